import TextCanvas

extension Console {
    /// The keys in force: those of the view, then of what has the focus, then of everywhere; with the operator's own.
    var keymap: Keymap {
        guard let screen = views.top?.screen else { return Keymap.standard.restricted(to: [.everywhere]) }
        let standard = Keymap.standard
        var own = screen.keymap
        switch screen.focus {
        case .plain: break
        case .list: own = own.merging(standard.restricted(to: [.lists]))
        case .text: own = own.merging(standard.restricted(to: [.text]))
        case .typing: own = own.merging(standard.restricted(to: [.forms]))
        }
        let all = own.merging(standard.restricted(to: [.everywhere])).overriding(setup.keys)
        return screen.focus == .typing ? all.withoutCharacters() : all
    }

    /// A key was pressed.
    func press(_ key: Key) {
        if let overlay = shell.overlay {
            pressOverlay(key, overlay)
            return
        }
        if views.top?.screen.focus == .typing, let edit = TextEdit(key) {
            if !tell(.typed(edit)) { pressBinding(key) }
            return
        }
        pressBinding(key)
    }

    /// Does what an action means; `key` tells Esc from `q`.
    func perform(_ action: ActionID, by key: Key? = nil) {
        if let digit = rootDigit(action) {
            goToRoot(digit)
            return
        }
        switch action {
        case .back: stepBack(key)
        case .rootSwap: swapRoots()
        case .command: shell.overlay = .prompt(commandPrompt(""))
        case .filter, .find: openFilterPrompt(action)
        case .help: shell.overlay = .page(helpPage())
        case .messages:
            shell.overlay = .page(messagesPage())
            shell.notices.read()
        case .actions: shell.overlay = .menu(actionsMenu())
        case .sort: openSortMenu()
        case .copy: openCopyMenu()
        case .freeze: toggleFreeze()
        case .interrupt: interrupt()
        case .suspend: requests.append(.suspend)
        case .redraw: requests.append(.repaint)
        default: forward(action)
        }
    }

    /// Tells the view in view of an input; true when it meant something.
    @discardableResult
    func tell(_ input: ScreenInput) -> Bool {
        guard let top = views.top else { return false }
        switch top.screen.respond(to: input, in: ShellLayout(shell.size).body) {
        case .send(let message): deliver(message, to: top.id)
        case .unavailable(let reason): notify(Notice(.note, reason))
        case .ignored: return false
        }
        return true
    }

    private func pressBinding(_ key: Key) {
        guard let action = keymap.action(for: key) else {
            let help = keymap.keyName(for: .help) ?? ":help"
            notify(Notice(.note, "\(key.name) does nothing here; \(help) shows the keys"))
            return
        }
        perform(action, by: key)
    }

    private func forward(_ action: ActionID) {
        guard let binding = keymap.binding(for: action) else { return }
        if let refusal = refusal(of: binding) {
            notify(Notice(.warning, refusal))
        } else if !tell(.action(action)) {
            notify(Notice(.note, "\(binding.label): nothing to do here"))
        }
    }

    /// Why an action cannot be done now; nil when it can.
    func refusal(of binding: KeyBinding) -> String? {
        guard binding.changesServer, shell.header.isReadOnly else { return nil }
        return "read-only: \(binding.label) is not possible; :ro off allows changes"
    }

    private func stepBack(_ key: Key?) {
        if key == .escape, tell(.escaped) { return }
        if key == .escape, let top = views.top, cancelFirstLoad(of: top) { return }
        if key == .escape && views.isAtRoot { return }
        goBack()
    }

    /// Esc ends a load that is being waited for.
    private func cancelFirstLoad(of entry: StackEntry) -> Bool {
        guard case .loading = entry.screen.title(renderContext).load else { return false }
        guard cancelAll(of: entry.id, timersToo: false) > 0 else { return false }
        notify(Notice(.note, "stopped loading; r asks again"))
        return true
    }

    private func rootDigit(_ action: ActionID) -> Int? {
        guard action.rawValue.hasPrefix("root.") else { return nil }
        return Int(action.rawValue.dropFirst(5))
    }

    private func goToRoot(_ digit: Int) {
        guard let entry = setup.catalog.entry(digit: digit) else {
            notify(Notice(.note, "there is no view \(digit)"))
            return
        }
        go(to: Route(entry.view))
    }

    private func toggleFreeze() {
        guard let top = views.top else { return }
        top.frozenAt = top.frozenAt == nil ? setup.clock.wall() : nil
    }

    private func interrupt() {
        let now = setup.clock.elapsed()
        if let top = views.top, cancelAll(of: top.id, timersToo: false) > 0 {
            notify(Notice(.warning, "stopped waiting; what the server began goes on there"))
        } else if let last = shell.lastInterrupt, now - last <= .seconds(2) {
            exit = .quit
        } else {
            notify(Notice(.note, "nothing is running; again within 2 s quits"))
        }
        shell.lastInterrupt = now
    }

    /// Pasted text goes where letters go.
    func paste(_ text: String) {
        switch shell.overlay {
        case .prompt(var prompt):
            prompt.line.apply(.insert(text))
            update(prompt)
        case .confirmation(var pending):
            pending.line.apply(.insert(text))
            shell.overlay = .confirmation(pending)
        case .menu, .page: return
        case nil:
            if views.top?.screen.focus == .typing { tell(.typed(.insert(text))) }
        }
    }
}
