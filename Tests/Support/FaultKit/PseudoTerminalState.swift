/// What a pseudo-terminal knows, and who waits for it to change. Pure; the lock is around it.
struct PseudoTerminalState {
    /// Somebody who waits for the screen or for the end of the program.
    struct Waiter {
        let isSatisfied: @Sendable (PseudoTerminalState) -> Bool
        let resume: @Sendable () -> Void
    }

    var screen: ScreenEmulator
    var output: [UInt8] = []
    var process: Int32?
    var status: PseudoTerminal.ExitStatus?
    private var waiters: [Int: Waiter] = [:]
    private var nextWaiter = 0

    init(screen: ScreenEmulator) {
        self.screen = screen
    }

    /// Takes output.
    mutating func append(_ bytes: ArraySlice<UInt8>) {
        output += bytes
        screen.feed(bytes)
    }

    /// Takes away, and answers, the waiters that have what they want now.
    mutating func takeSatisfied() -> [Waiter] {
        let satisfied = waiters.filter { $0.value.isSatisfied(self) }
        for key in satisfied.keys { waiters[key] = nil }
        return Array(satisfied.values)
    }

    /// Takes the end of the program; answers all waiters, because nothing more will come.
    mutating func end(_ status: PseudoTerminal.ExitStatus) -> [Waiter] {
        self.status = status
        defer { waiters = [:] }
        return Array(waiters.values)
    }

    /// Adds a waiter; nil when it need not wait.
    mutating func add(_ waiter: Waiter) -> Int? {
        guard status == nil, !waiter.isSatisfied(self) else { return nil }
        nextWaiter += 1
        waiters[nextWaiter] = waiter
        return nextWaiter
    }

    /// Takes a waiter away whose time is up; nil when it has been answered.
    mutating func remove(_ key: Int) -> Waiter? {
        waiters.removeValue(forKey: key)
    }
}
