//! The conversation with the editor: which message may come when, who answers it, and when diagnostics are sent.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

use gen_lsp_types::{
    CompletionOptions, CompletionParams, DefinitionParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentFormattingParams, DocumentSymbolParams, HoverParams, InitializeParams, PublishDiagnosticsParams,
    ServerCapabilities, TextDocumentContentChangeEvent, TextDocumentPositionParams, TextDocumentSyncKind,
    TextDocumentSyncOptions, Uri,
};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::frames::{Incoming, read, write_malformed};
use super::positions::Encoding;
use super::scans::{Scans, is_python};
use super::uris::path_of;
use super::workspace::{Document, Workspace};
use super::{answers, findings};

/// Serves an editor until it leaves; whether it shut the server down before. Fails when the output can not be written.
pub(crate) fn serve(mut input: impl BufRead + Send + 'static, output: impl Write) -> io::Result<bool> {
    let (sender, incoming) = channel();
    let scans = Scans::new(sender.clone());
    std::thread::spawn(move || {
        while let Ok(Some(message)) = read(&mut input) {
            if sender.send(message).is_err() {
                return;
            }
        }
        // Whoever scans may still have something to send, and nobody is there to read it.
        let _ = sender.send(Incoming::End);
    });
    let mut server = Server::new(incoming, output, scans);
    server.run()?;
    Ok(server.state == State::ShutDown)
}

/// How far the conversation is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// `initialize` did not come yet.
    New,
    Running,
    ShutDown,
}

struct Server<W> {
    incoming: Receiver<Incoming>,
    /// What has come and was not looked at yet.
    queue: VecDeque<Incoming>,
    output: W,
    state: State,
    encoding: Encoding,
    /// The editor can tell when files change on disk, when it is asked to.
    watches_files: bool,
    workspace: Workspace,
    scans: Scans,
    /// Python code is looked at; an editor can ask for rule files alone.
    scans_python: bool,
    /// What was found in Python code, by folder and file.
    scanned: BTreeMap<PathBuf, BTreeMap<String, Vec<gen_lsp_types::Diagnostic>>>,
    /// What was last sent about each file.
    published: BTreeMap<String, (Option<i32>, Vec<gen_lsp_types::Diagnostic>)>,
    /// Something changed since the diagnostics were sent.
    is_stale: bool,
}

/// Why a request has no result.
struct Refusal(ErrorCode, String);

impl<W: Write> Server<W> {
    fn new(incoming: Receiver<Incoming>, output: W, scans: Scans) -> Self {
        Server {
            incoming,
            queue: VecDeque::new(),
            output,
            state: State::New,
            encoding: Encoding::default(),
            watches_files: false,
            workspace: Workspace::default(),
            scans,
            scans_python: true,
            scanned: BTreeMap::new(),
            published: BTreeMap::new(),
            is_stale: false,
        }
    }

    /// Diagnostics are computed when nothing waits: of several changes in a row, for the last one only.
    fn run(&mut self) -> io::Result<()> {
        loop {
            self.queue.extend(self.incoming.try_iter());
            let next = match self.queue.pop_front() {
                Some(next) => next,
                None if self.is_stale => {
                    self.publish()?;
                    continue;
                }
                None => match self.incoming.recv() {
                    Ok(next) => next,
                    Err(_) => return Ok(()),
                },
            };
            match next {
                Incoming::End => return Ok(()),
                Incoming::Scanned(scan) => {
                    self.scanned.insert(scan.folder, scan.findings);
                    self.is_stale = true;
                }
                Incoming::Malformed(reason) => write_malformed(&mut self.output, &reason)?,
                Incoming::Message(Message::Notification(exit)) if exit.method == "exit" => return Ok(()),
                Incoming::Message(Message::Notification(notification)) => self.notice(notification)?,
                Incoming::Message(Message::Request(request)) => self.respond(request)?,
                // The one request of the server is to watch files; an editor that refuses does not tell of changes.
                Incoming::Message(Message::Response(_)) => {}
            }
        }
    }

    fn send(&mut self, message: impl Into<Message>) -> io::Result<()> {
        message.into().write(&mut self.output)
    }

    fn respond(&mut self, request: Request) -> io::Result<()> {
        let Request { id, method, params } = request;
        let result = match self.is_cancelled(&id) {
            true => Err(Refusal(ErrorCode::RequestCanceled, "the request was cancelled".to_owned())),
            // What panics in a check leaves nothing behind: texts are only changed by notifications.
            false => catch_unwind(AssertUnwindSafe(|| self.answer(&method, params))).unwrap_or_else(|_| {
                Err(Refusal(ErrorCode::InternalError, format!("`{method}` failed; this is a mistake of aud-rules")))
            }),
        };
        self.send(match result {
            Ok(value) => Response::new_ok(id, value),
            Err(Refusal(code, message)) => Response::new_err(id, code as i32, message),
        })
    }

    /// A later message takes the request back.
    fn is_cancelled(&self, id: &RequestId) -> bool {
        let wanted = serde_json::to_value(id).unwrap_or_default();
        self.queue.iter().any(|incoming| match incoming {
            Incoming::Message(Message::Notification(later)) => {
                later.method == "$/cancelRequest" && later.params["id"] == wanted
            }
            _ => false,
        })
    }

    fn answer(&mut self, method: &str, params: Value) -> Result<Value, Refusal> {
        match (self.state, method) {
            (State::New, "initialize") => return self.initialize(parsed(params)?),
            (State::New, _) => {
                return Err(Refusal(ErrorCode::ServerNotInitialized, "`initialize` comes first".to_owned()));
            }
            (State::Running, "initialize") => {
                return Err(Refusal(ErrorCode::InvalidRequest, "`initialize` came already".to_owned()));
            }
            (State::ShutDown, _) => {
                return Err(Refusal(ErrorCode::InvalidRequest, "the server is shut down".to_owned()));
            }
            (State::Running, _) => {}
        }
        let (workspace, encoding) = (&mut self.workspace, self.encoding);
        match method {
            "shutdown" => {
                self.state = State::ShutDown;
                Ok(Value::Null)
            }
            "textDocument/hover" => {
                let HoverParams { text_document_position_params: at, .. } = parsed(params)?;
                let TextDocumentPositionParams { text_document, position } = at;
                value(answers::hover(workspace, encoding, &text_document.uri, position))
            }
            "textDocument/completion" => {
                let CompletionParams { text_document_position_params: at, .. } = parsed(params)?;
                let TextDocumentPositionParams { text_document, position } = at;
                value(answers::completion(workspace, encoding, &text_document.uri, position))
            }
            "textDocument/definition" => {
                let DefinitionParams { text_document_position_params: at, .. } = parsed(params)?;
                let TextDocumentPositionParams { text_document, position } = at;
                value(answers::definition(workspace, encoding, &text_document.uri, position))
            }
            "textDocument/documentSymbol" => {
                let DocumentSymbolParams { text_document, .. } = parsed(params)?;
                value(answers::symbols(workspace, encoding, &text_document.uri))
            }
            "textDocument/formatting" => {
                let DocumentFormattingParams { text_document, .. } = parsed(params)?;
                value(answers::formatting(workspace, encoding, &text_document.uri))
            }
            other => Err(Refusal(ErrorCode::MethodNotFound, format!("there is no method `{other}`"))),
        }
    }

    fn initialize(&mut self, params: InitializeParams) -> Result<Value, Refusal> {
        let capabilities = serde_json::to_value(&params.capabilities).unwrap_or_default();
        let offered = &capabilities["general"]["positionEncodings"];
        self.encoding = Encoding::choose(&serde_json::from_value::<Vec<_>>(offered.clone()).unwrap_or_default());
        self.watches_files = capabilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] == true;
        let whole = serde_json::to_value(&params).unwrap_or_default();
        let named = whole["workspaceFolders"].as_array().into_iter().flatten().map(|folder| &folder["uri"]);
        let mut folders: Vec<&str> = named.filter_map(Value::as_str).collect();
        if folders.is_empty() {
            folders.extend(whole["rootUri"].as_str());
        }
        folders.into_iter().for_each(|uri| self.workspace.add_folder(&uri.into()));
        self.scans_python = whole["initializationOptions"]["scan"] != false;
        self.state = State::Running;
        let capabilities = ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(
                TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::Incremental),
                    ..Default::default()
                }
                .into(),
            ),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some([".", "\"", ">", ":"].map(str::to_owned).to_vec()),
                ..Default::default()
            }),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            document_symbol_provider: Some(true.into()),
            document_formatting_provider: Some(true.into()),
            ..Default::default()
        };
        let mut capabilities = serde_json::to_value(capabilities).unwrap_or_default();
        capabilities["textDocumentSync"]["save"] = json!(true);
        capabilities["workspace"] = json!({ "workspaceFolders": { "supported": true, "changeNotifications": true } });
        let about = json!({ "name": "aud-rules", "version": env!("CARGO_PKG_VERSION") });
        Ok(json!({ "capabilities": capabilities, "serverInfo": about }))
    }

    fn notice(&mut self, notification: Notification) -> io::Result<()> {
        let Notification { method, params } = notification;
        if self.state != State::Running {
            return Ok(());
        }
        if method == "initialized" {
            self.is_stale = true;
            return if self.watches_files { self.watch_files() } else { Ok(()) };
        }
        let taken = catch_unwind(AssertUnwindSafe(|| self.take(&method, params)));
        match taken {
            Ok(Ok(())) => {}
            Ok(Err(Refusal(_, reason))) => eprintln!("`{method}`: {reason}"),
            Err(_) => eprintln!("`{method}` failed; this is a mistake of aud-rules"),
        }
        Ok(())
    }

    fn watch_files(&mut self) -> io::Result<()> {
        let watchers = json!([{ "globPattern": "**/*.rules" }]);
        let registration = json!({
            "id": "rule-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        let params = json!({ "registrations": [registration] });
        let id = RequestId::from("watch-rule-files".to_owned());
        self.send(Request::new(id, "client/registerCapability".to_owned(), params))
    }

    /// Takes what the editor tells. What is not known is of no interest.
    fn take(&mut self, method: &str, params: Value) -> Result<(), Refusal> {
        match method {
            "textDocument/didOpen" => {
                let DidOpenTextDocumentParams { text_document } = parsed(params)?;
                if is_python(&text_document.uri) {
                    self.scan(&text_document.uri);
                    return Ok(());
                }
                let (version, text) = (text_document.version, text_document.text);
                self.workspace.open(&text_document.uri, Document { version, text });
            }
            "textDocument/didSave" => {
                let DidSaveTextDocumentParams { text_document, .. } = parsed(params)?;
                if is_python(&text_document.uri) {
                    self.scan(&text_document.uri);
                }
                return Ok(());
            }
            "textDocument/didChange" => {
                let changed: DidChangeTextDocumentParams = parsed(params)?;
                if is_python(&changed.text_document.text_document_identifier.uri) {
                    // What is found is about the files as they were saved.
                    return Ok(());
                }
                self.change(changed)?;
            }
            "textDocument/didClose" => {
                let DidCloseTextDocumentParams { text_document } = parsed(params)?;
                if is_python(&text_document.uri) {
                    return Ok(());
                }
                self.workspace.close(&text_document.uri);
            }
            "workspace/didChangeWatchedFiles" => {
                let DidChangeWatchedFilesParams { changes } = parsed(params)?;
                changes.iter().for_each(|change| self.workspace.reread(&change.uri));
            }
            "workspace/didChangeWorkspaceFolders" => {
                let DidChangeWorkspaceFoldersParams { event } = parsed(params)?;
                for folder in &event.removed {
                    self.workspace.remove_folder(&folder.uri);
                    if let Some(path) = path_of(&folder.uri) {
                        self.scanned.remove(&path);
                    }
                }
                event.added.iter().for_each(|folder| self.workspace.add_folder(&folder.uri));
            }
            _ => return Ok(()),
        }
        self.is_stale = true;
        Ok(())
    }

    /// Asks for the findings in the folder of a Python file, where the editor has one around it.
    fn scan(&mut self, uri: &Uri) {
        if let Some(folder) = self.workspace.folder_around(uri).filter(|_| self.scans_python) {
            self.scans.ask(folder, self.encoding);
        }
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) -> Result<(), Refusal> {
        let version = params.text_document.version;
        let uri = &params.text_document.text_document_identifier.uri;
        let Some(document) = self.workspace.document(uri) else {
            return Err(Refusal(ErrorCode::InvalidParams, format!("`{uri}` is not open")));
        };
        let mut text = document.text.clone();
        for change in params.content_changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let start = self.encoding.offset(&text, part.range.start);
                    let end = self.encoding.offset(&text, part.range.end).max(start);
                    text.replace_range(start..end, &part.text);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => text = whole.text,
            }
        }
        self.workspace.open(uri, Document { version, text });
        Ok(())
    }

    /// Sends the diagnostics of all files about which there is something new to say.
    fn publish(&mut self) -> io::Result<()> {
        self.is_stale = false;
        let mut current = BTreeMap::new();
        for id in self.workspace.pack_ids() {
            let (workspace, encoding) = (&mut self.workspace, self.encoding);
            let found = catch_unwind(AssertUnwindSafe(|| findings::of_pack(workspace.pack(&id), encoding)));
            let Ok(found) = found else {
                eprintln!("checking the rule files failed; this is a mistake of aud-rules");
                continue;
            };
            current.extend(found.into_iter().map(|file| (file.uri.0, (file.version, file.diagnostics))));
        }
        // A folder inside another one has its files for itself.
        for (folder, found) in &self.scanned {
            let own = found.iter().filter(|(uri, _)| {
                let around = self.workspace.folder_around(&Uri((*uri).clone()));
                around.as_ref() == Some(folder)
            });
            current.extend(own.map(|(uri, diagnostics)| (uri.clone(), (None, diagnostics.clone()))));
        }
        let before = std::mem::take(&mut self.published);
        for (uri, (version, diagnostics)) in &current {
            let is_new = match before.get(uri) {
                Some(sent) => *sent != (*version, diagnostics.clone()),
                None => version.is_some() || !diagnostics.is_empty(),
            };
            if is_new {
                self.publish_file(uri, *version, diagnostics.clone())?;
            }
        }
        for (uri, (_, diagnostics)) in before {
            if !current.contains_key(&uri) && !diagnostics.is_empty() {
                self.publish_file(&uri, None, Vec::new())?;
            }
        }
        self.published = current;
        Ok(())
    }

    fn publish_file(
        &mut self,
        uri: &str,
        version: Option<i32>,
        diagnostics: Vec<gen_lsp_types::Diagnostic>,
    ) -> io::Result<()> {
        let params = PublishDiagnosticsParams { uri: Uri(uri.to_owned()), version, diagnostics };
        self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params))
    }
}

fn parsed<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| Refusal(ErrorCode::InvalidParams, error.to_string()))
}

fn value(result: impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(result).map_err(|error| Refusal(ErrorCode::InternalError, error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_before_its_turn_is_not_worked_on() {
        let request = |id: i32, method: &str| Message::from(Request::new(id.into(), method.to_owned(), Value::Null));
        let cancel = Notification::new("$/cancelRequest".to_owned(), json!({ "id": 1 }));
        let (sender, incoming) = channel();
        for message in [request(1, "shutdown"), request(2, "shutdown"), cancel.into()] {
            sender.send(Incoming::Message(message)).unwrap();
        }
        drop(sender);
        let scans = Scans::new(channel().0);
        let mut server = Server { state: State::Running, ..Server::new(incoming, Vec::new(), scans) };
        server.run().unwrap();
        let written = String::from_utf8(server.output).unwrap();
        assert!(written.contains("\"id\":1,\"error\":{\"code\":-32800,"), "{written}");
        assert!(written.contains("\"id\":2,\"result\":null"), "{written}");
    }
}
