import TextCanvas

extension Console {
    /// Tells a view what happened, and does what it asks for; a view that is gone hears nothing.
    func deliver(_ message: AnyMessage, to id: StackEntry.ID) {
        guard let entry = entry(id) else { return }
        perform(entry.screen.receive(message, updateContext), for: entry)
    }

    /// The entry with a name, in view or parked.
    func entry(_ id: StackEntry.ID) -> StackEntry? {
        (views.entries + views.parked.flatMap(\.entries)).first { $0.id == id }
    }

    /// Does what a view asks for.
    func perform(_ effects: [Effect<AnyMessage>], for entry: StackEntry) {
        for effect in effects { perform(effect, for: entry) }
    }

    private func perform(_ effect: Effect<AnyMessage>, for entry: StackEntry) {
        switch effect.kind {
        case .run(let run): start(run, for: entry)
        case .cancel(let key):
            cancelRunning(key, of: entry.id)
            timers.cancel(key, of: entry.id)
        case .timer(let key, let delay, let repeats, let message):
            timers.add(
                TimerTable.Timer(
                    entry: entry.id, key: key, interval: delay, repeats: repeats, message: message,
                    due: setup.clock.elapsed() + delay))
        case .navigate(let navigation): navigate(navigation)
        case .notify(let notice): notify(notice)
        case .confirm(let confirmation, let message): ask(confirmation, .send(message, to: entry.id))
        case .ask(let question):
            shell.overlay = .prompt(
                Prompt(purpose: .question(question, asker: entry.id), line: TextLine(question.text)))
        case .copy(let choice): requests.append(.copy(choice))
        }
    }

    private func start(_ run: Effect<AnyMessage>.Run, for entry: StackEntry) {
        if let key = run.key {
            if run.policy == .skipping, isRunning(key, of: entry.id) { return }
            cancelRunning(key, of: entry.id)
        }
        let token = runner.start(run.work)
        running[token] = RunningEffect(entry: entry.id, key: run.key, isEndless: run.isEndless)
    }

    private func isRunning(_ key: EffectKey, of id: StackEntry.ID) -> Bool {
        running.values.contains { $0.entry == id && $0.key == key && !$0.isSuperseded }
    }

    private func cancelRunning(_ key: EffectKey, of id: StackEntry.ID) {
        for (token, effect) in running where effect.entry == id && effect.key == key { supersede(token) }
    }

    /// Ends work whose answer nobody waits for any more; how many were running.
    @discardableResult
    func cancelAll(of id: StackEntry.ID, timersToo: Bool = true) -> Int {
        let tokens = running.filter { $0.value.entry == id && !$0.value.isSuperseded }.map(\.key)
        for token in tokens { supersede(token) }
        if timersToo { timers.cancelAll(of: id) }
        return tokens.count
    }

    private func supersede(_ token: EffectToken) {
        running[token]?.isSuperseded = true
        runner.cancel(token)
    }

    /// Asks before something changes: refused while read-only, one level harder in a protected context.
    func ask(_ confirmation: ChangeConfirmation, _ outcome: PendingConfirmation.Outcome) {
        var asked = confirmation
        if case .send = outcome {
            if shell.header.isReadOnly {
                notify(Notice(.warning, "read-only: nothing is changed; :ro off allows changes"))
                return
            }
            if shell.header.isProtected { asked.harden(name: shell.header.name) }
        }
        shell.overlay = .confirmation(PendingConfirmation(asked, outcome))
    }
}

extension ChangeConfirmation {
    /// One level harder; what has to be typed, where nothing was, is the context's name.
    mutating func harden(name: String) {
        level = Level(rawValue: level.rawValue + 1) ?? .typed
        guard level == .typed, expected.isEmpty else { return }
        expected = name
        request = "Type \(name) to go on:"
    }
}
