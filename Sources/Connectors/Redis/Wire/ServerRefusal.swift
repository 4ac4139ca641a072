import StorageAPI

/// An error reply of the server, classified.
///
/// The server's own words are left out: they may repeat what was sent, keys and passwords included.
struct ServerRefusal: Error, Equatable {
    /// Whom a refusal concerns.
    enum Scope: Equatable {
        /// The one key that was written; its neighbours are fine.
        case row
        /// The server, the connection or the user: every row.
        case store
    }

    /// The first word of the server's text, such as `WRONGTYPE`.
    let word: String
    let code: StoreError.Code
    let recovery: StoreError.Recovery
    let scope: Scope
    /// What is wrong and what to do, in a sentence.
    let message: String

    init(word: String, _ entry: ServerRefusalTable.Entry) {
        self.word = word
        code = entry.code
        recovery = entry.recovery
        scope = entry.scope
        message = entry.message
    }

    /// Classifies an error reply, without its leading `-`.
    init(serverText: UnsafeRawBufferPointer) {
        let letters = serverText.prefix(24).prefix { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        }
        let word = letters.isEmpty ? "ERR" : String(decoding: letters, as: UTF8.self)
        self.init(word: word, ServerRefusalTable.entry(for: serverText) ?? .other(word))
    }

    /// Classifies an error that a script caught and handed on. Redis before 7 puts the place in the script and a `-`
    /// in front: `@user_script: 12: -OOM …`.
    init(caughtByScript text: UnsafeRawBufferPointer) {
        var bytes = text[...]
        if bytes.first == UInt8(ascii: "@"), let dash = bytes.firstIndex(of: UInt8(ascii: "-")) {
            bytes = bytes[dash...]
        }
        if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        self.init(serverText: UnsafeRawBufferPointer(rebasing: bytes))
    }

    /// The script is not in the server's cache: after a restart, a failover or `SCRIPT FLUSH`.
    var isMissingScript: Bool { word == "NOSCRIPT" }

    /// The server is older than a part of a command.
    var isUnknownSubcommand: Bool { code == .unsupported && message == ServerRefusalTable.subcommandAdvice }

    /// The server belongs to no cluster.
    var isClusterDisabled: Bool { message == ServerRefusalTable.clusterDisabledAdvice }
}
