/// Requests in the Redis protocol, written one behind the other into memory that is used again.
///
/// Pure: it knows no socket. Arguments may hold any bytes.
struct RequestBuffer {
    /// More memory than this is given back once everything was sent.
    static let keptCapacity = 4 << 20

    private(set) var bytes: [UInt8] = []
    /// How many bytes at the front were sent.
    private(set) var sentCount = 0

    init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    var unsentCount: Int { bytes.count - sentCount }

    /// Begins a request of `count` arguments, the command's name included; as many ``argument(_:)-(String)`` follow.
    mutating func request(argumentCount count: Int) {
        header(UInt8(ascii: "*"), count)
    }

    mutating func argument(_ text: String) {
        var text = text
        text.withUTF8 { argument(UnsafeRawBufferPointer($0)) }
    }

    mutating func argument(_ content: [UInt8]) {
        content.withUnsafeBytes { argument($0) }
    }

    mutating func argument(_ number: Int64) {
        let digits = Self.digits(of: number)
        header(UInt8(ascii: "$"), digits.count)
        bytes.append(contentsOf: digits)
        endOfLine()
    }

    mutating func argument(_ content: UnsafeRawBufferPointer) {
        header(UInt8(ascii: "$"), content.count)
        bytes.append(contentsOf: content)
        endOfLine()
    }

    /// A whole request of texts.
    mutating func request(_ arguments: String...) {
        request(argumentCount: arguments.count)
        for text in arguments { argument(text) }
    }

    /// Takes note that the first unsent bytes are on their way.
    mutating func didSend(_ count: Int) {
        sentCount += count
        if sentCount == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity <= Self.keptCapacity)
            sentCount = 0
        }
    }

    private mutating func header(_ mark: UInt8, _ count: Int) {
        bytes.append(mark)
        if count < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(count))
        } else {
            bytes.append(contentsOf: Self.digits(of: Int64(count)))
        }
        endOfLine()
    }

    private mutating func endOfLine() {
        bytes.append(0x0d)
        bytes.append(0x0a)
    }

    private static func digits(of number: Int64) -> String.UTF8View { String(number).utf8 }
}
