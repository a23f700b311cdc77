// Starts `aud-rules lsp` when a rule file is opened, and hands over to it.

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const command = workspace.getConfiguration("aud-rules").get("path") || "aud-rules";
  const documentSelector = [{ language: "aud-rules" }];
  client = new LanguageClient("aud-rules", "aud-rules", { command, args: ["lsp"] }, { documentSelector });
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
