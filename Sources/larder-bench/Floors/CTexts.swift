/// Texts that stay where they are, so that SQLite need not copy them when they are bound.
final class CTexts {
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private let starts: [Int]

    init(_ texts: [String]) {
        starts = texts.reduce(into: [0]) { starts, text in starts.append(starts[starts.count - 1] + text.utf8.count) }
        bytes = .allocate(capacity: starts[texts.count])
        var place = 0
        for text in texts {
            for byte in text.utf8 {
                bytes[place] = CChar(bitPattern: byte)
                place += 1
            }
        }
    }

    deinit {
        bytes.deallocate()
    }

    func start(_ index: Int) -> UnsafePointer<CChar>? {
        UnsafePointer(bytes.baseAddress).map { $0 + starts[index] }
    }

    func count(_ index: Int) -> Int32 { Int32(starts[index + 1] - starts[index]) }
}
