internal import CNcurses
internal import Glibc
public import TextCanvas

extension CursesTerminal {
    /// What a round of `poll` found.
    private struct Readiness {
        var hasInput = false
        var hasSignal = false
        var isWoken = false
    }

    /// Sleeps in `poll` until there is something to tell; see the protocol.
    public func wait(wakeDescriptor: Int32?, milliseconds: Int?) -> [TerminalEvent] {
        guard isOpen else { return [.closed] }
        let deadline = milliseconds.map { Self.now + Int64(max(0, $0)) }
        while true {
            if let events = takePending() { return events }
            let ready = poll(wakeDescriptor: wakeDescriptor, until: deadline)
            if ready.hasSignal { answerSignals() }
            if ready.hasInput { readInput() }
            giveUpUnfinishedInput()
            if let color = takeBackground() { pending.append(.background(color)) }
            if let events = takePending() { return events }
            if ready.isWoken { return [] }
            if let deadline, Self.now >= deadline { return [] }
        }
    }

    /// Asks the terminal for the colour of its background (OSC 11), to choose a theme by. Returns at once: the answer
    /// is what ``background(within:)`` takes, or a later event of `wait`.
    public func askBackground() {
        guard isOpen, canAsk else { return }
        let question = SystemCommand.backgroundQuestion
        awaitsBackground = larder_screen_write(question, question.count)
    }

    /// Waits for the answer to ``askBackground()``. Keys that are typed meanwhile are kept for `wait`.
    ///
    /// - Parameter milliseconds: how long to wait at most; terminals that cannot tell mostly say so at once.
    /// - Returns: the colour; nil when the terminal was not asked, cannot tell, or has not told yet.
    public func background(within milliseconds: Int) -> TerminalColor? {
        let deadline = Self.now + Int64(milliseconds)
        while awaitsBackground, !isHungUp {
            let ready = poll(wakeDescriptor: nil, until: deadline)
            if ready.hasSignal { answerSignals() }
            if ready.hasInput { readInput() }
            giveUpUnfinishedInput()
            if let color = takeBackground() { return color }
            if Self.now >= deadline { return nil }
        }
        return nil
    }

    /// What the terminal has told about its background since it was asked; told once.
    private func takeBackground() -> TerminalColor? {
        guard awaitsBackground else { return nil }
        let color = decoder.answers.lazy.compactMap(SystemCommand.background).first
        if color != nil || decoder.answers.contains(where: SystemCommand.isKindOfTerminal) { awaitsBackground = false }
        return color
    }

    private func takePending() -> [TerminalEvent]? {
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return pending
    }

    private func poll(wakeDescriptor: Int32?, until deadline: Int64?) -> Readiness {
        let interest = Int16(POLLIN)
        // A negative descriptor is passed over.
        var watched = [
            pollfd(fd: isHungUp ? -1 : input, events: interest, revents: 0),
            pollfd(fd: larder_signal_descriptor(), events: interest, revents: 0),
            pollfd(fd: wakeDescriptor ?? -1, events: interest, revents: 0),
        ]
        let end = [deadline, patienceEnd].compactMap { $0 }.min()
        let timeout = end.map { Int32(clamping: max(0, $0 - Self.now)) } ?? -1
        // An error can only be an interruption, and that left a byte in the signal pipe for the next round.
        guard Glibc.poll(&watched, nfds_t(watched.count), timeout) > 0 else { return Readiness() }
        return Readiness(
            hasInput: watched[0].revents != 0, hasSignal: watched[1].revents != 0, isWoken: watched[2].revents != 0)
    }

    // MARK: Input

    private func readInput() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(input, &buffer, buffer.count)
        if count > 0 {
            pending += decoder.feed(buffer[..<count], time: Self.now)
            patienceEnd = decoder.patience.map { Self.now + Int64($0) }
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            close()
        }
    }

    private func giveUpUnfinishedInput() {
        guard let end = patienceEnd, Self.now >= end else { return }
        pending += decoder.flush()
        patienceEnd = nil
    }

    private func close() {
        guard !isHungUp else { return }
        isHungUp = true
        pending.append(.closed)
    }

    // MARK: Signals

    private func answerSignals() {
        let signals = takeSignals()
        if signals.contains(LARDER_SIGNAL_TERMINATE) { close() }
        if signals.contains(LARDER_SIGNAL_STOP) {
            suspended { _ = kill(getpid(), SIGSTOP) }
        } else if signals.contains(LARDER_SIGNAL_CONTINUED) {
            // Stopped without being asked: the shell has used the terminal meanwhile.
            larder_screen_resume()
        }
        if signals.contains(LARDER_SIGNAL_RESIZED) { adoptSize() }
    }

    private func takeSignals() -> Set<Int> {
        var signals: Set<Int> = []
        var buffer = [UInt8](repeating: 0, count: 64)
        while true {
            let count = read(larder_signal_descriptor(), &buffer, buffer.count)
            guard count > 0 else { return signals }
            signals.formUnion(buffer[..<count].map(Int.init))
        }
    }

    /// After coming back on purpose, drops the notice of it; a request to end is kept.
    func forgetContinuation() {
        if takeSignals().contains(LARDER_SIGNAL_TERMINATE) { close() }
    }

    static var lastError: Int32 { errno }

    /// Milliseconds of the monotonic clock.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
