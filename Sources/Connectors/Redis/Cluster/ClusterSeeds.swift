import StorageAPI

/// The servers that are asked first: Feast's `connection_string`, `host:port,host:port`.
///
/// Spaces are ignored, a missing port is 6379, and IPv6 addresses stand in brackets, which Feast does not know.
enum ClusterSeeds {
    static let usualPort = 6379

    /// Reads the seeds; one that is named twice counts once.
    ///
    /// - Throws: what is wrong with the first one that cannot be read.
    static func read(_ text: String) throws(SettingFault) -> [ClusterNode] {
        var seeds: [ClusterNode] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let seed = try seed(part.trimmed)
            if !seeds.contains(seed) { seeds.append(seed) }
        }
        return seeds
    }

    private static func seed(_ text: Substring) throws(SettingFault) -> ClusterNode {
        guard !text.isEmpty else { throw fault("an entry is empty") }
        let (host, port) = try halves(of: text)
        guard !host.isEmpty else { throw fault("\"\(text)\" has no host") }
        guard let port else { return ClusterNode(host: String(host), port: usualPort) }
        guard let number = Int(port), (1...65_535).contains(number) else {
            throw fault("\"\(port)\" is no port (1…65535)")
        }
        return ClusterNode(host: String(host), port: number)
    }

    private static func halves(of text: Substring) throws(SettingFault) -> (Substring, Substring?) {
        guard text.first == "[" else {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2 else { throw fault("put the IPv6 address of \"\(text)\" in brackets: [::1]:6379") }
            return (parts[0].trimmed, parts.count == 2 ? parts[1].trimmed : nil)
        }
        guard let closing = text.firstIndex(of: "]") else { throw fault("\"\(text)\" has no closing bracket") }
        let rest = text[text.index(after: closing)...].trimmed
        guard rest.isEmpty || rest.first == ":" else { throw fault("\"\(text)\" is no host:port") }
        return (
            text[text.index(after: text.startIndex)..<closing].trimmed, rest.isEmpty ? nil : rest.dropFirst().trimmed
        )
    }

    private static func fault(_ what: String) -> SettingFault {
        let key = RedisClusterSetting.connectionString.key
        return SettingFault(key: key, message: "\(key) must be host:port,host:port; \(what)")
    }
}

extension Substring {
    /// Without white space at its ends.
    fileprivate var trimmed: Substring {
        let start = drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { start[...$0] } ?? start
    }
}
