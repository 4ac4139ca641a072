/// How much longer a conversation waits for the server.
///
/// Not every byte renews it: a server that drips its answer is late, one that sends a long answer is not.
struct Patience {
    private(set) var sending: Deadline
    private(set) var reading: Deadline
    private let readTimeout: Duration
    private let writeTimeout: Duration
    private var bytesSinceRenewal = 0

    init(read: Duration, write: Duration) {
        readTimeout = read
        writeTimeout = write
        sending = Deadline(after: write)
        reading = Deadline(after: read)
    }

    /// A reply is complete.
    mutating func answered() {
        sending = Deadline(after: writeTimeout)
        renewReading()
    }

    /// Bytes went.
    mutating func sent(everything: Bool) {
        sending = Deadline(after: writeTimeout)
        if everything { renewReading() }
    }

    /// Bytes came.
    mutating func took(_ count: Int) {
        bytesSinceRenewal += count
        if bytesSinceRenewal >= RedisSession.Window.progress { renewReading() }
    }

    private mutating func renewReading() {
        reading = Deadline(after: readTimeout)
        bytesSinceRenewal = 0
    }
}
