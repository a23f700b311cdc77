// Starts `aud-rules lsp` where there are rule files or a configuration, and hands over to it.

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const settings = workspace.getConfiguration("aud-rules");
  const command = settings.get("path") || "aud-rules";
  const documentSelector = [{ language: "aud-rules" }, { language: "python" }];
  const initializationOptions = { scan: settings.get("scan") !== false };
  const options = { documentSelector, initializationOptions };
  client = new LanguageClient("aud-rules", "aud-rules", { command, args: ["lsp"] }, options);
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
