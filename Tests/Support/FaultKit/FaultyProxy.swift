import Foundation
import Glibc
import Synchronization

/// A TCP proxy at 127.0.0.1 that passes bytes on until it is told not to: for the failures of a network between a
/// client and a server that itself is well.
public final class FaultyProxy: Sendable {
    /// What happens to a piece of an answer on its way to the client. A piece is what one `read` brings.
    public enum Fault: Sendable, Equatable {
        /// The connection is closed in place of it.
        case cut
        /// No more than so many of its bytes arrive, and the connection is closed.
        case truncate(to: Int)
        /// The byte at this place arrives with these bits turned.
        case corrupt(at: Int, by: UInt8 = 0xff)
        /// It never arrives, while the connection stays open.
        case swallow
        /// It arrives so much later, and so does what comes behind it.
        case delay(Duration)

        /// What kind of fault it is.
        public var kind: FaultKind {
            switch self {
            case .cut: .cut
            case .truncate: .truncate
            case .corrupt: .corrupt
            case .swallow: .swallow
            case .delay: .delay
            }
        }
    }

    /// The kinds of ``Fault``.
    public enum FaultKind: Sendable, CaseIterable {
        case cut, truncate, corrupt, swallow, delay
    }

    private struct State {
        var listener: Int32
        var faults: [Fault] = []
        var randomFaults: RandomFaults?
        var happened: [FaultKind: Int] = [:]
    }

    /// The port to connect to.
    public let port: Int

    private let target: Int
    private let sockets = OpenSockets()
    private let state: Mutex<State>

    /// Begins to pass on what comes, to a port of this machine.
    public init(to target: Int) throws {
        let (listener, port) = try LoopbackPort.listen()
        self.port = port
        self.target = target
        state = Mutex(State(listener: listener))
        acceptConnections(listener)
    }

    deinit {
        cut()
    }

    /// Closes every connection and refuses new ones, until ``mend()``.
    public func cut() {
        state.withLock { state in
            if state.listener >= 0 {
                // The thread that accepts closes it, so that the number is not used for something else before.
                shutdown(state.listener, Int32(SHUT_RDWR))
                state.listener = -1
            }
            sockets.shutDown()
        }
    }

    /// Takes connections again, on the same port.
    public func mend() throws {
        let isCut = state.withLock { $0.listener < 0 }
        guard isCut else { return }
        let (listener, _) = try LoopbackPort.listen(on: port)
        state.withLock { $0.listener = listener }
        acceptConnections(listener)
    }

    /// Has the next pieces of answers suffer these faults, one each, on whichever connection.
    public func disturb(_ faults: [Fault]) {
        state.withLock { $0.faults += faults }
    }

    /// Has the pieces of answers suffer faults at random from now on; nil for an end of it.
    public func disturb(atRandom faults: RandomFaults?) {
        state.withLock { $0.randomFaults = faults }
    }

    /// How many faults of each kind have happened.
    public var happened: [FaultKind: Int] { state.withLock { $0.happened } }

    /// Faults that have not happened yet.
    public var pendingFaults: Int { state.withLock { $0.faults.count } }

    private func acceptConnections(_ listener: Int32) {
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                if client < 0 && errno == EINTR { continue }
                guard client >= 0, let self, self.pass(client, from: listener) else {
                    if client >= 0 { close(client) }
                    close(listener)
                    return
                }
            }
        }
    }

    /// Connects a client on; false when the proxy was cut meanwhile.
    private func pass(_ client: Int32, from listener: Int32) -> Bool {
        guard let server = try? LoopbackPort.connect(to: target) else {
            close(client)
            return true
        }
        let isWanted = state.withLock { state in
            guard state.listener == listener else { return false }
            sockets.insert(client, server)
            return true
        }
        guard isWanted else {
            close(server)
            return false
        }
        Thread.detachNewThread { [weak self, sockets] in
            Self.pump(client: client, server: server) { self?.nextFault(for: $0) }
            sockets.close(client, server)
        }
        return true
    }

    private func nextFault(for piece: ArraySlice<UInt8>) -> Fault? {
        state.withLock { state in
            let fault = state.faults.isEmpty ? state.randomFaults?.next(for: piece) : state.faults.removeFirst()
            if let fault { state.happened[fault.kind, default: 0] += 1 }
            return fault
        }
    }

    /// Passes bytes both ways until one end closes or a fault ends it.
    private static func pump(client: Int32, server: Int32, nextFault: (ArraySlice<UInt8>) -> Fault?) {
        var polled = [
            pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            pollfd(fd: server, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while poll(&polled, 2, -1) > 0 || errno == EINTR {
            if polled[0].revents != 0 {
                let count = read(client, &buffer, buffer.count)
                guard count > 0, sendAll(buffer.prefix(count), to: server) else { return }
            }
            if polled[1].revents != 0 {
                let count = read(server, &buffer, buffer.count)
                guard count > 0 else { return }
                guard deliver(&buffer, count, to: client, nextFault(buffer.prefix(count))) else { return }
            }
        }
    }

    /// Sends an answer on, disturbed; false when the connection ends with it.
    private static func deliver(_ buffer: inout [UInt8], _ count: Int, to client: Int32, _ fault: Fault?) -> Bool {
        switch fault {
        case nil: return sendAll(buffer.prefix(count), to: client)
        case .cut: return false
        case .truncate(let limit):
            _ = sendAll(buffer.prefix(min(limit, count)), to: client)
            return false
        case .corrupt(let place, let bits):
            buffer[min(place, count - 1)] ^= bits
            return sendAll(buffer.prefix(count), to: client)
        case .swallow: return true
        case .delay(let duration):
            Thread.sleep(forTimeInterval: duration / .seconds(1))
            return sendAll(buffer.prefix(count), to: client)
        }
    }

    private static func sendAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
