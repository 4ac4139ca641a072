/// Reads the two answers in which a node tells who holds which slots: `CLUSTER SHARDS` (Redis 7 and later) and
/// `CLUSTER SLOTS` (before). See the command pages of the Redis documentation.
enum ClusterMapAnswer {
    /// Reads the answer to `CLUSTER SHARDS`.
    ///
    /// - Parameters:
    ///   - asked: the node that answered; where it names no host it means itself.
    ///   - isEncrypted: whether nodes are to be reached by TLS, for which they may have a port of its own.
    /// - Returns: nil where the answer has another shape.
    static func shards(_ reply: ReplyView, asked: ClusterNode, isEncrypted: Bool) -> ClusterMap? {
        func node(_ entry: ReplyView) -> ClusterNode? {
            self.node(fields: entry, asked: asked, isEncrypted: isEncrypted)
        }
        guard case .array(let shards) = reply.content else { return nil }
        var map = ClusterMap()
        for shard in shards {
            guard let slots = field("slots", of: shard).flatMap(ranges),
                case .array(let nodes)? = field("nodes", of: shard)?.content
            else { return nil }
            // A shard without slots is a master that was replaced, or one that has none yet.
            guard !slots.isEmpty, let members = members(nodes, read: node) else { continue }
            map.add(members, slots: slots)
        }
        return map
    }

    /// Reads the answer to `CLUSTER SLOTS`, whose ports are those for connections like the one that asked; otherwise as
    /// ``shards(_:asked:isEncrypted:)``.
    static func slots(_ reply: ReplyView, asked: ClusterNode) -> ClusterMap? {
        guard case .array(let entries) = reply.content else { return nil }
        var map = ClusterMap()
        for entry in entries {
            guard case .array(let parts) = entry.content, parts.count >= 3,
                let first = parts[0].integer, let last = parts[1].integer, first <= last
            else { return nil }
            let nodes = parts.dropFirst(2).compactMap { node(address: $0, asked: asked) }
            guard nodes.count == parts.count - 2, let master = nodes.first else { return nil }
            let shard = ClusterMap.Shard(master: master, replicas: Array(nodes.dropFirst()))
            map.add(shard, slots: [Int(clamping: first)...Int(clamping: last)])
        }
        return map
    }

    private static func members(
        _ nodes: ReplyView.Elements, read: (ReplyView) -> ClusterNode?
    ) -> ClusterMap.Shard? {
        var masters: [(node: ClusterNode, isOnline: Bool)] = []
        var replicas: [ClusterNode] = []
        for entry in nodes {
            guard let node = read(entry) else { continue }
            let isOnline = field("health", of: entry)?.text == "online"
            if field("role", of: entry)?.text == "master" {
                masters.append((node, isOnline))
            } else if isOnline {
                replicas.append(node)
            }
        }
        guard let master = masters.first(where: \.isOnline) ?? masters.first else { return nil }
        return ClusterMap.Shard(master: master.node, replicas: replicas)
    }

    private static func node(fields entry: ReplyView, asked: ClusterNode, isEncrypted: Bool) -> ClusterNode? {
        // A cluster that speaks in the clear among itself names one port, whatever speaks there.
        let encrypted = isEncrypted ? field("tls-port", of: entry)?.integer : nil
        guard let port = encrypted ?? field("port", of: entry)?.integer else { return nil }
        let endpoint = field("endpoint", of: entry)
        return node(
            host: endpoint?.text == "?" ? field("ip", of: entry)?.text : endpoint?.text, port: port, asked: asked)
    }

    private static func node(address: ReplyView, asked: ClusterNode) -> ClusterNode? {
        guard case .array(let parts) = address.content, parts.count >= 2, let port = parts[1].integer
        else { return nil }
        return node(host: parts[0].text, port: port, asked: asked)
    }

    private static func node(host: String?, port: Int64, asked: ClusterNode) -> ClusterNode? {
        guard (1...65_535).contains(port) else { return nil }
        let isKnown = host.map { !$0.isEmpty && $0 != "?" } ?? false
        return ClusterNode(host: isKnown ? host ?? asked.host : asked.host, port: Int(port))
    }

    private static func ranges(_ reply: ReplyView) -> [ClosedRange<Int>]? {
        guard case .array(let bounds) = reply.content, bounds.count.isMultiple(of: 2) else { return nil }
        var ranges: [ClosedRange<Int>] = []
        for pair in 0..<bounds.count / 2 {
            guard let first = number(bounds[2 * pair]), let last = number(bounds[2 * pair + 1]), first <= last else {
                return nil
            }
            ranges.append(first...last)
        }
        return ranges
    }

    /// Redis 7.0 tells slots as numbers, some versions after it as text.
    private static func number(_ reply: ReplyView) -> Int? {
        reply.integer.map { Int(clamping: $0) } ?? reply.text.flatMap { Int($0) }
    }

    /// A value of a map, which RESP 2 writes as names and values in turn.
    private static func field(_ name: String, of reply: ReplyView) -> ReplyView? {
        guard case .array(let parts) = reply.content else { return nil }
        for place in stride(from: 0, to: parts.count - 1, by: 2) where parts[place].text == name {
            return parts[place + 1]
        }
        return nil
    }
}
