@testable import RedisConnector

/// A server in memory that says what it was told to say, in the pieces it was told.
final class ScriptedTransport: Transport {
    /// What happens next on the way in.
    enum Step {
        case bytes(String)
        case nothingForNow
        case end
    }

    private var steps: [Step]
    private let takesAtMost: Int
    private(set) var sent: [UInt8] = []
    private(set) var isClosed = false

    init(_ steps: [Step], takesAtMost: Int = .max) {
        self.steps = steps
        self.takesAtMost = takesAtMost
    }

    func send(_ bytes: UnsafeRawBufferPointer) throws(RedisFault) -> Int {
        let count = min(bytes.count, takesAtMost)
        sent += bytes.prefix(count)
        return count
    }

    func receive(into bytes: UnsafeMutableRawBufferPointer) throws(RedisFault) -> Int {
        guard let step = steps.first else { return 0 }
        // An end is one for good.
        if case .end = step { throw .disconnected }
        steps.removeFirst()
        switch step {
        case .bytes(let text):
            bytes.copyBytes(from: text.utf8)
            return text.utf8.count
        case .nothingForNow: return 0
        case .end: throw .disconnected
        }
    }

    func wait(
        for interests: TransportInterests, until deadline: Deadline, interruption: Interruption?
    ) throws(RedisFault) -> Bool {
        !steps.isEmpty
    }

    var isQuiet: Bool { !isClosed }

    func close() {
        isClosed = true
    }
}
