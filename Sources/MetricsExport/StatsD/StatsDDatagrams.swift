/// Packs metrics into datagrams that travel the usual networks in one piece.
public enum StatsDDatagrams {
    /// The most bytes of a datagram: an Ethernet frame's, without the headers of IP and UDP and something to spare.
    public static let usualLimit = 1_432

    /// Packs lines, several to a datagram, in their order. Lines of one element stay in one datagram where they fit.
    ///
    /// - Parameters:
    ///   - lines: as ``StatsDLines`` renders them.
    ///   - limit: the most bytes of a datagram; a line that is longer is left out.
    public static func packed(_ lines: [[String]], limit: Int = usualLimit) -> [[UInt8]] {
        var datagrams: [[UInt8]] = []
        var current: [UInt8] = []
        for group in lines {
            for piece in pieces(of: group, limit: limit) {
                if !current.isEmpty, current.count + 1 + piece.count > limit {
                    datagrams.append(current)
                    current = []
                }
                if !current.isEmpty { current.append(UInt8(ascii: "\n")) }
                current += piece
            }
        }
        return current.isEmpty ? datagrams : datagrams + [current]
    }

    private static func pieces(of group: [String], limit: Int) -> [[UInt8]] {
        let whole = Array(group.joined(separator: "\n").utf8)
        if whole.count <= limit { return [whole] }
        // What belongs together is sent whole or not at all: half of it would be a wrong number.
        return group.allSatisfy { $0.utf8.count <= limit } ? group.map { Array($0.utf8) } : []
    }
}
