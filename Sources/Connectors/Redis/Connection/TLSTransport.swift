import COpenSSL

/// An encrypted connection over a socket; the server's certificate is verified, always.
///
/// OpenSSL may need the socket to be writable in order to read, and readable in order to write: what a wait waits for
/// follows from how the last step in its direction ended.
final class TLSTransport: Transport {
    private enum Phase {
        case shakingHands
        case open
        /// TLS has failed or the socket is closed: nothing can be said any more.
        case over
    }

    private let socket: SocketTransport
    private let context: TLSContext
    private var pointer: OpaquePointer?
    private var phase = Phase.shakingHands
    /// What the socket must be for reading, and for writing, to go on.
    private var readingNeeds = TransportInterests.readable
    private var writingNeeds = TransportInterests.writable
    /// True while the last read ended for another reason than that more must come.
    private var mayReadOn = false
    /// A fault that came after bytes which were handed out.
    private var pendingFault: RedisFault?

    /// Shakes hands over a connected socket, and takes the socket over. Blocks.
    ///
    /// - Throws: `tls` where the handshake fails, `timedOut(.shakingHands)`, `cancelled` when the interruption was
    ///   raised.
    init(
        over socket: SocketTransport, context: TLSContext, until deadline: Deadline, interruption: Interruption?
    ) throws(RedisFault) {
        guard let pointer = larder_tls_open(context.pointer, socket.descriptor, context.serverName) else {
            throw .outOfMemory
        }
        self.socket = socket
        self.context = context
        self.pointer = pointer
        try shakeHands(until: deadline, interruption: interruption)
    }

    deinit {
        close()
    }

    func send(_ bytes: UnsafeRawBufferPointer) throws(RedisFault) -> Int {
        guard bytes.count > 0 else { return 0 }
        let outcome = larder_tls_write(try living(), bytes.baseAddress, bytes.count)
        writingNeeds = .writable
        switch outcome.state {
        case LARDER_TLS_DONE: return outcome.count
        case LARDER_TLS_WANT_WRITE: return 0
        case LARDER_TLS_WANT_READ:
            writingNeeds = .readable
            return 0
        default:
            // A server that refuses a certificate says so and hangs up: its words are worth more.
            if outcome.state == LARDER_TLS_CLOSED { try lookForFault() }
            throw fault(outcome)
        }
    }

    func receive(into bytes: UnsafeMutableRawBufferPointer) throws(RedisFault) -> Int {
        if let fault = pendingFault { throw fault }
        let pointer = try living()
        var count = 0
        repeat {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
            let outcome = larder_tls_read(pointer, rest.baseAddress, rest.count)
            note(outcome.state)
            switch outcome.state {
            case LARDER_TLS_DONE: count += outcome.count
            case LARDER_TLS_WANT_READ, LARDER_TLS_WANT_WRITE: return count
            default:
                let fault = fault(outcome)
                guard count > 0 else { throw fault }
                pendingFault = fault
                return count
            }
        } while count < bytes.count && larder_tls_has_pending(pointer)
        return count
    }

    func wait(
        for interests: TransportInterests, until deadline: Deadline, interruption: Interruption?
    ) throws(RedisFault) -> Bool {
        if interests.contains(.readable), hasBytesAtHand {
            // Nothing to wait for, yet a cancelled task hears of it.
            _ = try socket.wait(for: [], until: Deadline(after: .zero), interruption: interruption)
            return true
        }
        var needs: TransportInterests = []
        if interests.contains(.readable) { needs.formUnion(readingNeeds) }
        if interests.contains(.writable) { needs.formUnion(writingNeeds) }
        return try socket.wait(for: needs, until: deadline, interruption: interruption)
    }

    var isQuiet: Bool {
        guard phase == .open, pendingFault == nil, let pointer else { return false }
        let outcome = larder_tls_peek(pointer)
        note(outcome.state)
        return outcome.state == LARDER_TLS_WANT_READ || outcome.state == LARDER_TLS_WANT_WRITE
    }

    func close() {
        if let pointer {
            if phase == .open { larder_tls_say_goodbye(pointer) }
            larder_tls_close(pointer)
        }
        pointer = nil
        phase = .over
        socket.close()
    }

    /// True where reading can go on with what OpenSSL has already taken from the socket. Part of a record does not count:
    /// it would be waited for without end and without rest.
    private var hasBytesAtHand: Bool {
        guard let pointer else { return false }
        return pendingFault != nil || (mayReadOn && larder_tls_has_pending(pointer))
    }

    private func note(_ state: larder_tls_state) {
        mayReadOn = state == LARDER_TLS_DONE
        readingNeeds = state == LARDER_TLS_WANT_WRITE ? .writable : .readable
    }

    private func living() throws(RedisFault) -> OpaquePointer {
        guard phase != .over, let pointer else { throw .disconnected }
        return pointer
    }

    private func shakeHands(until deadline: Deadline, interruption: Interruption?) throws(RedisFault) {
        while true {
            let outcome = larder_tls_handshake(try living())
            let need: TransportInterests
            switch outcome.state {
            case LARDER_TLS_DONE:
                phase = .open
                return
            case LARDER_TLS_WANT_READ: need = .readable
            case LARDER_TLS_WANT_WRITE: need = .writable
            case LARDER_TLS_CLOSED: throw .tls(.hungUp)
            default: throw fault(outcome)
            }
            guard try socket.wait(for: need, until: deadline, interruption: interruption) else {
                throw .timedOut(.shakingHands)
            }
        }
    }

    /// Throws what the server said before it hung up, where it said something about TLS.
    private func lookForFault() throws(RedisFault) {
        let outcome = larder_tls_peek(try living())
        if outcome.state == LARDER_TLS_FAILED { throw fault(outcome) }
    }

    private func fault(_ outcome: larder_tls_outcome) -> RedisFault {
        phase = .over
        switch outcome.state {
        case LARDER_TLS_CLOSED: return .disconnected
        case LARDER_TLS_BROKEN: return .broken(errno: outcome.error)
        default: return .tls(TLSFault(outcome, serverName: context.serverName))
        }
    }
}
