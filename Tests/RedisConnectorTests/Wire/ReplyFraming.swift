/// Tells, of bytes of the Redis protocol, its own from those that it carries.
enum ReplyFraming {
    private static let lineEnd = Array("\r\n".utf8)

    /// The places of types, lengths and line ends in answers.
    ///
    /// - Parameter piece: begins with an answer.
    static func places(in piece: ArraySlice<UInt8>) -> [Int] {
        var places: [Int] = []
        var rest = piece
        while let line = rest.firstRange(of: lineEnd) {
            places += rest.startIndex - piece.startIndex..<line.upperBound - piece.startIndex
            let carried = size(of: rest[..<line.lowerBound])
            rest = rest[line.upperBound...]
            guard let carried else { continue }
            guard carried + lineEnd.count <= rest.count else { break }
            rest = rest.dropFirst(carried)
        }
        return places
    }

    /// How many bytes follow a line; nil where it carries none.
    private static func size(of line: ArraySlice<UInt8>) -> Int? {
        guard line.first == UInt8(ascii: "$") else { return nil }
        return Int(String(decoding: line.dropFirst(), as: UTF8.self)).flatMap { $0 < 0 ? nil : $0 }
    }
}
