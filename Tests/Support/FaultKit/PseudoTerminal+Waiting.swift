internal import Synchronization

extension PseudoTerminal {
    /// Waits until the screen is as wanted; looked at after every piece of output.
    ///
    /// - Parameters:
    ///   - what: what is awaited, for the message when it does not come.
    ///   - limit: when to give up.
    ///   - condition: what the screen must be like.
    /// - Returns: the screen that satisfied the condition, or a later one.
    /// - Throws: ``PseudoTerminalError`` with the screen, when the time is up or the program has ended.
    @discardableResult
    public func waitUntil(
        _ what: String, within limit: Duration = PseudoTerminal.patience,
        _ condition: @escaping @Sendable (ScreenEmulator) -> Bool
    ) async throws -> ScreenEmulator {
        await pause(atMost: limit) { condition($0.screen) }
        let (screen, status) = state.withLock { ($0.screen, $0.status) }
        if condition(screen) { return screen }
        if let status { throw PseudoTerminalError.ended(awaiting: what, status: status, screen: screen.text) }
        throw PseudoTerminalError.timedOut(awaiting: what, screen: screen.text)
    }

    /// Waits until a text stands on the screen.
    @discardableResult
    public func waitForText(_ text: String, within limit: Duration = PseudoTerminal.patience) async throws
        -> ScreenEmulator
    {
        try await waitUntil("the text '\(text)'", within: limit) { $0.text.contains(text) }
    }

    /// Waits until the program has ended; all it wrote is on the screen then.
    ///
    /// - Throws: ``PseudoTerminalError`` with the screen, when it goes on.
    public func waitForExit(within limit: Duration = PseudoTerminal.patience) async throws -> ExitStatus {
        await pause(atMost: limit) { $0.status != nil }
        if let status = exitStatus { return status }
        throw PseudoTerminalError.timedOut(awaiting: "the end of the program", screen: screen.text)
    }

    private func pause(
        atMost limit: Duration, until isSatisfied: @escaping @Sendable (PseudoTerminalState) -> Bool
    ) async {
        let deadline = Mutex<Task<Void, Never>?>(nil)
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let waiter = PseudoTerminalState.Waiter(isSatisfied: isSatisfied, resume: { continuation.resume() })
            guard let key = state.withLock({ $0.add(waiter) }) else { return continuation.resume() }
            let alarm = Task {
                // Cancelled as soon as the waiting is over; then there is nothing left to take away.
                try? await Task.sleep(for: limit)
                self.state.withLock { $0.remove(key) }?.resume()
            }
            deadline.withLock { $0 = alarm }
        }
        deadline.withLock { $0 }?.cancel()
    }
}
