import Glibc
import Synchronization

/// Where effects leave their messages for the loop: thread-safe, bounded, and able to wake a thread that sleeps in
/// `poll` on a descriptor.
///
/// When it is full, senders wait; that is what keeps a fast log from filling the memory of a slow terminal. The ends of
/// effects are always taken, one per effect, so that counting them stays exact.
final class Inbox: Sendable {
    enum Item: Sendable {
        case message(EffectToken, AnyMessage)
        case finished(EffectToken)
        case header(HeaderFacts)
        case notice(Notice)
    }

    private struct Waiter {
        let item: Item
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct Contents {
        var items: [Item] = []
        var waiters: [Waiter] = []
        var reader: CheckedContinuation<Void, Never>?
        var isClosed = false
    }

    /// Readable when there is something to take.
    let wakeDescriptor: Int32
    private let wakingDescriptor: Int32
    private let capacity: Int
    private let contents = Mutex(Contents())

    init(capacity: Int = 1024) {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }
        wakeDescriptor = ends[0]
        wakingDescriptor = ends[1]
        self.capacity = capacity
    }

    deinit {
        close(wakeDescriptor)
        close(wakingDescriptor)
    }

    /// Leaves an item, waiting while the inbox is full.
    func send(_ item: Item) async {
        await withCheckedContinuation { continuation in
            let reader = contents.withLock { contents -> CheckedContinuation<Void, Never>? in
                guard contents.items.count < capacity || contents.isClosed else {
                    contents.waiters.append(Waiter(item: item, continuation: continuation))
                    return nil
                }
                continuation.resume()
                return contents.isClosed ? nil : add(item, to: &contents)
            }
            reader?.resume()
        }
    }

    /// Leaves an item even if the inbox is full: for ends of effects and rare notices.
    func post(_ item: Item) {
        contents.withLock { $0.isClosed ? nil : add(item, to: &$0) }?.resume()
    }

    /// Takes all there is, lets waiting senders in, and empties the pipe.
    func drain() -> [Item] {
        emptyPipe()
        let (items, admitted) = contents.withLock { contents -> ([Item], [Waiter]) in
            let items = contents.items
            let admitted = Array(contents.waiters.prefix(capacity))
            contents.waiters.removeFirst(admitted.count)
            contents.items = admitted.map(\.item)
            if !admitted.isEmpty { wake() }
            return (items, admitted)
        }
        for waiter in admitted { waiter.continuation.resume() }
        return items
    }

    /// Waits, without a thread, until there is something to take; one reader at a time.
    func waitUntilFilled() async {
        await withCheckedContinuation { continuation in
            contents.withLock { contents in
                if contents.items.isEmpty && !contents.isClosed {
                    contents.reader = continuation
                } else {
                    continuation.resume()
                }
            }
        }
    }

    /// Takes nothing more and lets everyone who waits go.
    func shut() {
        let (waiters, reader) = contents.withLock { contents in
            contents.isClosed = true
            defer { (contents.waiters, contents.reader) = ([], nil) }
            return (contents.waiters, contents.reader)
        }
        for waiter in waiters { waiter.continuation.resume() }
        reader?.resume()
    }

    private func add(_ item: Item, to contents: inout Contents) -> CheckedContinuation<Void, Never>? {
        if contents.items.isEmpty { wake() }
        contents.items.append(item)
        defer { contents.reader = nil }
        return contents.reader
    }

    private func wake() {
        var byte: UInt8 = 0
        _ = write(wakingDescriptor, &byte, 1)
    }

    private func emptyPipe() {
        var buffer = [UInt8](repeating: 0, count: 64)
        while read(wakeDescriptor, &buffer, buffer.count) > 0 {}
    }
}
