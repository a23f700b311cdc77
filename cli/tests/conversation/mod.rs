//! An editor that talks to the built server: it sends messages and waits for those that it needs.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::command::Sandbox;

/// A conversation with a server.
pub(crate) struct Conversation {
    server: Child,
    output: BufReader<ChildStdout>,
    /// The address of the folder.
    root: String,
    /// What was read while something else was waited for.
    unread: Vec<Value>,
    n_requests: i32,
    n_versions: i32,
    /// The state of each text that is open.
    versions: BTreeMap<String, i32>,
    /// What the server can do.
    pub(crate) capabilities: Value,
}

impl Conversation {
    /// Starts a server that was not greeted yet.
    pub(crate) fn start(sandbox: &Sandbox) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aud-rules"));
        let command = command.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().unwrap();
        let output = BufReader::new(server.stdout.take().unwrap());
        let root = format!("file://{}", sandbox.path("").display());
        let root = root.trim_end_matches('/').to_owned();
        let (unread, versions) = (Vec::new(), BTreeMap::new());
        Conversation { server, output, root, unread, n_requests: 0, n_versions: 0, versions, capabilities: Value::Null }
    }

    /// Starts a server and opens the folder.
    pub(crate) fn begin(sandbox: &Sandbox, capabilities: Value) -> Self {
        let mut editor = Self::start(sandbox);
        let folders = json!([{ "uri": editor.root, "name": "pack" }]);
        let params =
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "workspaceFolders": folders });
        let result = editor.request("initialize", params).unwrap();
        editor.capabilities = result["capabilities"].clone();
        editor.notify("initialized", json!({}));
        editor
    }

    /// The address of a file of the folder.
    pub(crate) fn uri(&self, file: &str) -> String {
        format!("{}/{file}", self.root)
    }

    /// A file, as params.
    pub(crate) fn document(&self, file: &str) -> Value {
        json!({ "textDocument": { "uri": self.uri(file) } })
    }

    /// A place in a file, as params.
    pub(crate) fn at(&self, file: &str, line: u32, character: u32) -> Value {
        json!({ "textDocument": { "uri": self.uri(file) }, "position": { "line": line, "character": character } })
    }

    /// Sends bytes.
    pub(crate) fn send_raw(&mut self, bytes: &str) {
        self.server.stdin.as_mut().unwrap().write_all(bytes.as_bytes()).unwrap();
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let body = message.to_string();
        self.send_raw(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    /// Sends a notification.
    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({ "method": method, "params": params }));
    }

    /// Sends a request and waits for its answer.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        self.n_requests += 1;
        let id = self.n_requests;
        self.send(json!({ "id": id, "method": method, "params": params }));
        self.answer(id)
    }

    /// Sends a request and takes it back at once.
    pub(crate) fn send_cancelled(&mut self, method: &str, params: Value) -> i32 {
        self.n_requests += 1;
        let id = self.n_requests;
        self.send(json!({ "id": id, "method": method, "params": params }));
        self.notify("$/cancelRequest", json!({ "id": id }));
        id
    }

    /// Waits for the answer to a request.
    pub(crate) fn answer(&mut self, id: i32) -> Result<Value, Value> {
        let message = self.wait_for(|message| message["id"] == id && message.get("method").is_none());
        match message.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(message["result"].clone()),
        }
    }

    /// Waits for the error about something that was no message.
    pub(crate) fn answer_without_number(&mut self) -> Value {
        self.wait_for(|message| message.get("id") == Some(&Value::Null))["error"].clone()
    }

    /// Waits for a request that the server makes.
    pub(crate) fn request_of_server(&mut self, method: &str) -> Value {
        let request = self.wait_for(|message| message["method"] == method && message.get("id").is_some());
        self.send(json!({ "id": request["id"], "result": null }));
        request["params"].clone()
    }

    /// Opens a file with a text.
    pub(crate) fn open(&mut self, file: &str, text: &str) {
        self.open_uri(&self.uri(file), text);
    }

    /// Opens a text.
    pub(crate) fn open_uri(&mut self, uri: &str, text: &str) {
        self.n_versions += 1;
        self.versions.insert(uri.to_owned(), self.n_versions);
        let document = json!({ "uri": uri, "languageId": "aud-rules", "version": self.n_versions, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Closes a file.
    pub(crate) fn close(&mut self, file: &str) {
        self.close_uri(&self.uri(file));
    }

    /// Closes a text.
    pub(crate) fn close_uri(&mut self, uri: &str) {
        self.versions.remove(uri);
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// Replaces a range of an open file.
    pub(crate) fn edit(&mut self, file: &str, start: (u32, u32), end: (u32, u32), text: &str) {
        self.n_versions += 1;
        self.versions.insert(self.uri(file), self.n_versions);
        let position = |(line, character): (u32, u32)| json!({ "line": line, "character": character });
        let range = json!({ "start": position(start), "end": position(end) });
        let document = json!({ "uri": self.uri(file), "version": self.n_versions });
        let params = json!({ "textDocument": document, "contentChanges": [{ "range": range, "text": text }] });
        self.notify("textDocument/didChange", params);
    }

    /// Waits for diagnostics of a file that come after all that was sent so far.
    pub(crate) fn diagnostics(&mut self, file: &str) -> Value {
        self.diagnostics_of(&self.uri(file))
    }

    /// Waits for diagnostics of a text.
    pub(crate) fn diagnostics_of(&mut self, uri: &str) -> Value {
        // The server may have looked at an earlier state; of an open text it says which one.
        let newest = self.versions.get(uri).copied();
        let is_wanted = |message: &Value| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"].as_i64() == newest.map(i64::from)
        };
        self.wait_for(is_wanted)["params"]["diagnostics"].clone()
    }

    /// Waits for what is found in a Python file as it was saved.
    pub(crate) fn findings(&mut self, file: &str) -> Value {
        let uri = self.uri(file);
        let is_wanted = |message: &Value| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri.as_str()
        };
        self.wait_for(is_wanted)["params"]["diagnostics"].clone()
    }

    /// Waits for the diagnostics of a state of a file; how many came up to then.
    pub(crate) fn count_until(&mut self, file: &str, version: i32) -> usize {
        let uri = self.uri(file);
        for n_read in 1.. {
            let message = self.wait_for(|message| message["params"]["uri"] == uri);
            if message["params"]["version"] == version {
                return n_read;
            }
        }
        unreachable!("the loop has no end")
    }

    fn wait_for(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&is_wanted) {
            return self.unread.remove(at);
        }
        loop {
            let message = self.read().expect("the server is still there");
            if is_wanted(&message) {
                return message;
            }
            self.unread.push(message);
        }
    }

    fn read(&mut self) -> Option<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", value)) => length = value.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        Some(serde_json::from_slice(&body).unwrap())
    }

    /// Shuts the server down and leaves; the exit status.
    pub(crate) fn end(mut self) -> i32 {
        self.request("shutdown", Value::Null).unwrap();
        self.leave()
    }

    /// Leaves; the exit status.
    pub(crate) fn leave(mut self) -> i32 {
        self.send(json!({ "method": "exit" }));
        self.server.wait().unwrap().code().unwrap()
    }

    /// Closes the pipe without a word; the exit status.
    pub(crate) fn hang_up(mut self) -> i32 {
        drop(self.server.stdin.take());
        self.server.wait().unwrap().code().unwrap()
    }
}
