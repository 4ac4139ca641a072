/// An error reply with which a cluster says "not here" or "not now" (Redis Cluster specification, "Redirection and
/// resharding").
enum ClusterRedirection: Sendable, Equatable {
    /// The slot has another holder, for good.
    case moved(slot: Int, to: ClusterNode)
    /// This one request goes to another node, where the slot is on its way to.
    case ask(at: ClusterNode)
    /// The keys of the slot are on their way.
    case tryAgain
    /// The cluster, or the slot, has nobody to serve it.
    case clusterDown
    /// The node reads its data.
    case loading
    /// The node was a master a moment ago.
    case readOnly
    /// The replica has lost its master.
    case masterDown

    /// Reads an error reply, without its leading `-`; nil where it is another error.
    ///
    /// - Parameter asked: the node that answered; a redirection without a host means the same host.
    init?(_ text: UnsafeRawBufferPointer, asked: ClusterNode) {
        let words = String(decoding: text.prefix(300), as: UTF8.self).split(separator: " ")
        switch words.first {
        case "MOVED":
            guard words.count >= 3, let slot = Int(words[1]), (0..<ClusterSlot.count).contains(slot),
                let node = Self.node(words[2], asked: asked)
            else { return nil }
            self = .moved(slot: slot, to: node)
        case "ASK":
            guard words.count >= 3, let node = Self.node(words[2], asked: asked) else { return nil }
            self = .ask(at: node)
        case "TRYAGAIN": self = .tryAgain
        case "CLUSTERDOWN": self = .clusterDown
        case "LOADING": self = .loading
        case "READONLY": self = .readOnly
        case "MASTERDOWN": self = .masterDown
        default: return nil
        }
    }

    /// `host:port`; an IPv6 address stands there without brackets.
    private static func node(_ text: Substring, asked: ClusterNode) -> ClusterNode? {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        let host = text[..<colon]
        return ClusterNode(host: host.isEmpty || host == "?" ? asked.host : String(host), port: port)
    }
}
