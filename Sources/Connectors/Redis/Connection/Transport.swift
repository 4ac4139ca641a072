/// A stream of bytes to a server and back. It never blocks but in ``wait(for:until:interruption:)``.
///
/// Where the stream is encrypted, sending may need bytes to come first, and taking may need bytes to go: a wait waits for
/// what its interests take, and after it nothing may have come.
protocol Transport: AnyObject {
    /// Sends what fits.
    ///
    /// - Returns: how many bytes went; 0 when none fit now, and then the next call begins with the same bytes.
    func send(_ bytes: UnsafeRawBufferPointer) throws(RedisFault) -> Int

    /// Takes what has come.
    ///
    /// - Returns: how many bytes came; 0 when there are none now.
    /// - Throws: `disconnected` at the end of the stream.
    func receive(into bytes: UnsafeMutableRawBufferPointer) throws(RedisFault) -> Int

    /// Blocks until one of the interests is met.
    ///
    /// - Returns: false when the deadline passed first.
    /// - Throws: `cancelled` when the interruption was raised.
    func wait(
        for interests: TransportInterests, until deadline: Deadline, interruption: Interruption?
    ) throws(RedisFault) -> Bool

    /// True while the server has neither closed the stream nor said anything unasked.
    var isQuiet: Bool { get }

    /// Closes the stream. Calling it twice is harmless.
    func close()
}
