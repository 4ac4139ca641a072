/// Requests in the Redis protocol, written one behind the other into memory that is used again.
///
/// Pure: it knows no socket. Arguments may hold any bytes.
struct RequestBuffer: ~Copyable {
    /// More memory than this is given back once everything was sent.
    static let keptCapacity = 4 << 20
    /// Room for the mark, the digits of a count and the end of the line.
    private static let lineSize = 24

    private var memory: UnsafeMutableRawBufferPointer
    private var count = 0
    /// How many bytes at the front were sent.
    private(set) var sentCount = 0

    init(capacity: Int = 0) {
        memory = .allocate(byteCount: max(capacity, 256), alignment: 1)
    }

    deinit {
        memory.deallocate()
    }

    var unsentCount: Int { count - sentCount }

    /// What was written and not sent; valid until something is written or sent.
    var unsent: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[sentCount..<count]) }

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
        argument(String(number))
    }

    mutating func argument(_ content: UnsafeRawBufferPointer) {
        argument(size: content.count) { $0.copyMemory(from: content) }
    }

    /// An argument of a known size that is written where it is to be sent from.
    ///
    /// - Parameter fill: writes into all of the memory that it is given.
    mutating func argument(size: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
        header(UInt8(ascii: "$"), size)
        reserve(size + 2)
        fill(UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + size]))
        count += size
        endOfLine()
    }

    /// A whole request of texts.
    mutating func request(_ arguments: String...) {
        request(argumentCount: arguments.count)
        for text in arguments { argument(text) }
    }

    /// Takes note that the first unsent bytes are on their way.
    mutating func didSend(_ sent: Int) {
        sentCount += sent
        guard sentCount == count else { return }
        (count, sentCount) = (0, 0)
        guard memory.count > Self.keptCapacity else { return }
        memory.deallocate()
        memory = .allocate(byteCount: Self.keptCapacity, alignment: 1)
    }

    private mutating func header(_ mark: UInt8, _ number: Int) {
        reserve(Self.lineSize)
        append(mark)
        var rest = number
        repeat {
            count += 1
            rest /= 10
        } while rest > 0
        var place = count
        rest = number
        repeat {
            place -= 1
            memory[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0
        endOfLine()
    }

    /// The room is there already.
    private mutating func endOfLine() {
        append(0x0d)
        append(0x0a)
    }

    private mutating func append(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }

    private mutating func reserve(_ size: Int) {
        guard memory.count - count < size else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(memory.count * 2, count + size), alignment: 1)
        larger.copyMemory(from: UnsafeRawBufferPointer(memory))
        memory.deallocate()
        memory = larger
    }
}
