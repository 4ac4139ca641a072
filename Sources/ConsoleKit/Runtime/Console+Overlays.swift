import TextCanvas

extension Console {
    /// A key was pressed while something lies over the view.
    func pressOverlay(_ key: Key, _ overlay: Overlay) {
        switch overlay {
        case .prompt(let prompt): press(key, in: prompt)
        case .confirmation(let pending): press(key, in: pending)
        case .menu(let menu): press(key, in: menu)
        case .page(let page): press(key, in: page)
        }
    }

    private func press(_ key: Key, in pending: PendingConfirmation) {
        // In a window too small to show the question nobody can have read it.
        if SizeTier(shell.size) == .tiny && key != .escape { return }
        if pending.confirmation.level == .line {
            shell.overlay = nil
            if key == .character("y") || key == .character("Y") { confirm(pending) }
            return
        }
        var changed = pending
        switch key {
        case .escape, .control("c"):
            shell.overlay = nil
            return
        case .tab, .down: changed.moveFocus(1)
        case .backTab, .up: changed.moveFocus(-1)
        case .left where pending.focus != .field: changed.moveFocus(-1)
        case .right where pending.focus != .field: changed.moveFocus(1)
        case .enter:
            accept(pending)
            return
        default:
            if pending.focus == .field, let edit = TextEdit(key) { changed.line.apply(edit) }
        }
        shell.overlay = .confirmation(changed)
    }

    /// Enter: on Cancel leaves, on the other button or in the field confirms what may be confirmed.
    private func accept(_ pending: PendingConfirmation) {
        if pending.focus == .button(0) {
            shell.overlay = nil
        } else if pending.isSatisfied {
            shell.overlay = nil
            confirm(pending)
        } else {
            notify(Notice(.warning, "type \(pending.confirmation.expected) to go on, or esc to leave"))
        }
    }

    private func confirm(_ pending: PendingConfirmation) {
        switch pending.outcome {
        case .send(let message, let id): deliver(message, to: id)
        case .quit: exit = .quit
        }
    }

    private func press(_ key: Key, in menu: Menu) {
        var changed = menu
        switch key {
        case .escape, .character("q"), .control("c"): shell.overlay = nil
        case .up, .character("k"), .backTab: changed.move(-1)
        case .down, .character("j"), .tab: changed.move(1)
        case .enter:
            shell.overlay = nil
            if menu.items.indices.contains(menu.selected) { pick(menu.items[menu.selected]) }
            return
        default: return
        }
        if shell.overlay != nil { shell.overlay = .menu(changed) }
    }

    private func pick(_ item: Menu.Item) {
        if let refusal = item.refusal {
            notify(Notice(.warning, refusal))
            return
        }
        switch item.purpose {
        case .action(let action): perform(action)
        case .sort(let column): tell(.sortPicked(column))
        case .copy(let choice): requests.append(.copy(choice))
        }
    }

    private func press(_ key: Key, in page: Page) {
        guard key != .escape && key != .character("q") && key != .enter && key != .control("c") else {
            shell.overlay = nil
            return
        }
        let textKeys = Keymap.standard.restricted(to: [.text]).overriding(setup.keys)
        guard let action = textKeys.action(for: key), let message = TextMessage(.action(action)) else { return }
        var changed = page
        changed.text.resized(to: Size(columns: shell.size.columns, rows: ShellLayout(shell.size).body.height))
        changed.text.apply(message)
        shell.overlay = .page(changed)
    }

    /// The menu of everything that can be done here, with the reason where something cannot.
    func actionsMenu() -> Menu {
        let moving: Set<ActionID> = [
            .cursorUp, .cursorDown, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .cursorFirst, .cursorLast,
            .columnsLeft, .columnsRight, .actions, .interrupt, .paneNext, .panePrevious,
        ]
        let rows = keymap.bindings.filter { !moving.contains($0.action) && !$0.action.rawValue.hasPrefix("root.") }
        return Menu(
            title: "Actions",
            items: rows.map { row in
                let refusal = refusal(of: row) ?? answer(to: row.action)
                return Menu.Item(
                    label: row.keys.first?.name ?? "", remark: refusal.map { "\(row.label): \($0)" } ?? row.meaning,
                    purpose: .action(row.action), refusal: refusal)
            })
    }

    /// Why the view would not do an action; nil when it would, or when the shell does it.
    private func answer(to action: ActionID) -> String? {
        let shellActions: Set<ActionID> = [
            .back, .rootSwap, .command, .filter, .find, .help, .messages, .sort, .copy, .freeze, .suspend, .redraw,
        ]
        guard !shellActions.contains(action), let screen = views.top?.screen else { return nil }
        switch screen.respond(to: .action(action), in: ShellLayout(shell.size).body) {
        case .send: return nil
        case .unavailable(let reason): return reason
        case .ignored: return "nothing to do here"
        }
    }

    func openSortMenu() {
        guard case .list(let surface) = views.top?.screen.focus, !surface.sortChoices.isEmpty else {
            notify(Notice(.note, "there is nothing to sort here"))
            return
        }
        var menu = Menu(
            title: "Sort by",
            items: surface.sortChoices.map { choice in
                let isCurrent = choice.column == surface.sort?.column
                let mark = surface.sort?.isDescending == true ? shell.glyphs.sortedDown : shell.glyphs.sortedUp
                return Menu.Item(
                    label: isCurrent ? mark : "", remark: choice.heading, purpose: .sort(choice.column), refusal: nil)
            })
        menu.selected = surface.sortChoices.firstIndex { $0.column == surface.sort?.column } ?? 0
        shell.overlay = .menu(menu)
    }

    func openCopyMenu() {
        let choices = views.top?.screen.copies ?? []
        guard !choices.isEmpty else {
            notify(Notice(.note, "there is nothing to copy here"))
            return
        }
        let items = choices.map { choice in
            Menu.Item(label: choice.label, remark: choice.text, purpose: .copy(choice), refusal: nil)
        }
        shell.overlay = .menu(Menu(title: "Copy", items: items))
    }
}
