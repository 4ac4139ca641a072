import Dispatch
import Logging
import Synchronization

/// Sends datagrams from a queue of its own, so that a name server that does not answer holds nobody up. What cannot be
/// sent is lost, as StatsD's metrics may be; the log says so once, and again when it has been well in between.
final class StatsDSender: Sendable {
    private struct State {
        var socket: DatagramSocket?
        var isTroubled = false
        var waiting = 0
    }

    /// Windows that may wait; more are lost.
    private static let patience = 4

    private let destination: StatsDDestination
    private let logger: Logger
    private let queue = DispatchQueue(label: "larder.statsd")
    private let state = Mutex(State())

    init(to destination: StatsDDestination, logger: Logger) {
        self.destination = destination
        self.logger = logger
    }

    /// Sends datagrams in their order, some time soon; returns at once.
    func send(_ datagrams: [[UInt8]]) {
        guard !datagrams.isEmpty, begin() else { return }
        queue.async { self.deliver(datagrams) }
    }

    /// Waits until everything is sent or lost, but no longer than the limit.
    func flush(within limit: Duration) async {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        queue.async { continuation.finish() }
        let nanoseconds = Int(limit / .nanoseconds(1))
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { continuation.finish() }
        for await _ in stream {}
    }

    private func begin() -> Bool {
        state.withLock { state in
            guard state.waiting < Self.patience else { return false }
            state.waiting += 1
            return true
        }
    }

    private func deliver(_ datagrams: [[UInt8]]) {
        defer { state.withLock { $0.waiting -= 1 } }
        do throws(NetworkFailure) {
            try openedSocket().send(datagrams)
            recovered()
        } catch {
            troubled(error)
        }
    }

    private func openedSocket() throws(NetworkFailure) -> DatagramSocket {
        if let socket = state.withLock({ $0.socket }) { return socket }
        let socket = try DatagramSocket(to: destination)
        state.withLock { $0.socket = socket }
        return socket
    }

    /// The next window looks the name up again, for the host may have moved; unless it is there and refuses, which only
    /// the same socket hears of.
    private func troubled(_ failure: NetworkFailure) {
        let isNews = state.withLock { state in
            defer { state.isTroubled = true }
            if !failure.isRefusal { state.socket = nil }
            return !state.isTroubled
        }
        guard isNews else { return }
        logger.warning("metrics are lost", metadata: ["statsd": "\(destination)", "error": "\(failure)"])
    }

    private func recovered() {
        let isNews = state.withLock { state in
            defer { state.isTroubled = false }
            return state.isTroubled
        }
        if isNews { logger.info("metrics are sent again", metadata: ["statsd": "\(destination)"]) }
    }
}
