import TextCanvas

extension Console {
    /// The keys of this view, from the key table, and the commands.
    func helpPage() -> Page {
        let map = keymap
        let own = Set((views.top?.screen.keymap.bindings ?? []).map(\.action))
        let groups: [(String, (KeyBinding) -> Bool)] = [
            ("This view", { own.contains($0.action) }),
            ("Lists, texts and fields", { !own.contains($0.action) && $0.place != .everywhere }),
            ("Everywhere", { !own.contains($0.action) && $0.place == .everywhere && !$0.action.isRoot }),
        ]
        var lines: [[TextRun]] = []
        for (heading, belongs) in groups {
            let rows = map.bindings.filter(belongs)
            guard !rows.isEmpty else { continue }
            lines += [[TextRun(heading, .title)]] + rows.map(helpLine) + [[]]
        }
        lines += [[TextRun("Views and commands", .title)]]
        lines += setup.catalog.entries.map { entry in
            let digit = entry.digit.map { "\($0) " } ?? "  "
            return commandLine("\(digit):\(entry.view.rawValue) \(entry.usage)", entry.summary)
        }
        lines += Self.ownCommands.map { commandLine("  :\($0.word) \($0.remark)", $0.summary) }
        return page("Help: \(views.top?.screen.name ?? "")", lines)
    }

    /// What the operator was told, the newest first.
    func messagesPage() -> Page {
        let lines = shell.notices.entries.reversed().flatMap { entry -> [[TextRun]] in
            let count = entry.count > 1 ? " (\(entry.count) times)" : ""
            let head = [
                TextRun(" " + entry.at.timeOfDay + "  ", .time),
                TextRun(TextFitting.fitted(entry.notice.level.word, to: 9, mark: ""), entry.notice.level.role),
            ]
            let width = max(20, shell.size.columns - 22)
            let text = TextFitting.wrapped(entry.notice.text + count, to: width)
            let detail = entry.notice.detail.isEmpty ? [] : TextFitting.wrapped(entry.notice.detail, to: width)
            let first = head + [TextRun(text.first ?? "")]
            let indent = String(repeating: " ", count: 20)
            return [first] + text.dropFirst().map { [TextRun(indent + $0)] }
                + detail.map { [TextRun(indent + $0, .muted)] }
        }
        return page("Messages", lines.isEmpty ? [[TextRun("Nothing was said yet.", .muted)]] : Array(lines))
    }

    private func page(_ title: String, _ lines: [[TextRun]]) -> Page {
        var page = Page(title: title, lines: lines)
        page.text.resized(to: Size(columns: shell.size.columns, rows: ShellLayout(shell.size).body.height))
        return page
    }

    private func helpLine(_ row: KeyBinding) -> [TextRun] {
        let keys = row.keys.map(\.name).joined(separator: " ")
        return [
            TextRun("  " + TextFitting.fitted(keys, to: 18, mark: "~"), .key),
            TextRun(" " + TextFitting.fitted(row.action.rawValue, to: 18, mark: "~"), .muted),
            TextRun(" " + row.meaning, row.changesServer ? .danger : .text),
        ]
    }

    private func commandLine(_ command: String, _ summary: String) -> [TextRun] {
        [TextRun(TextFitting.fitted(command, to: 38, mark: "~"), .key), TextRun(" " + summary)]
    }
}

extension ActionID {
    /// True for the digits' actions.
    var isRoot: Bool { rawValue.hasPrefix("root.") && self != .rootSwap }
}

extension Notice.Level {
    /// The level in a word, so that colour does not carry it alone.
    var word: String {
        switch self {
        case .note: "note"
        case .done: "done"
        case .warning: "warning"
        case .error: "error"
        }
    }

    /// What the level means on the screen.
    var role: Role {
        switch self {
        case .note: .text
        case .done: .ok
        case .warning: .warn
        case .error: .error
        }
    }
}
