import TextCanvas
import Themes

extension Console {
    /// The commands of the console itself; those of views come from the catalogue.
    static let ownCommands: [CommandCandidate] = [
        CommandCandidate(word: "help", summary: "keys of this view", remark: ""),
        CommandCandidate(word: "messages", summary: "history of messages", remark: ""),
        CommandCandidate(word: "sort", summary: "order of the list", remark: "COL[:desc]"),
        CommandCandidate(word: "theme", summary: "colours", remark: "NAME"),
        CommandCandidate(word: "glyphs", summary: "marks to draw with", remark: "ascii|unicode"),
        CommandCandidate(word: "wide", summary: "more columns", remark: "on|off"),
        CommandCandidate(word: "ro", summary: "refuse or allow changes", remark: "on|off"),
        CommandCandidate(word: "back", summary: "previous root view", remark: ""),
        CommandCandidate(word: "quit", summary: "out of larder, at once", remark: "alias q"),
    ]

    /// What a command line could become: views and commands that begin with its first word.
    func candidates(for text: String) -> [CommandCandidate] {
        guard !text.contains(" ") else { return [] }
        let views = setup.catalog.entries.filter { entry in
            ([entry.view.rawValue] + entry.aliases).contains { $0.hasPrefix(text) }
        }
        let entries = views.map { entry in
            let aliases = entry.aliases.isEmpty ? "" : "alias " + entry.aliases.joined(separator: ", ")
            let remark = [entry.usage, aliases].filter { !$0.isEmpty }.joined(separator: "  ")
            return CommandCandidate(word: entry.view.rawValue, summary: entry.summary, remark: remark)
        }
        return entries + Self.ownCommands.filter { $0.word.hasPrefix(text) }
    }

    /// Does what a command line says.
    func runCommand(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard let name = words.first else { return }
        let arguments = Array(words.dropFirst())
        if runOwn(name, arguments) { return }
        guard let entry = setup.catalog.entry(named: name) else {
            tellUnknown(name)
            return
        }
        let filterStart = arguments.firstIndex { $0.hasPrefix("/") } ?? arguments.count
        let filter = arguments[filterStart...].joined(separator: " ").dropFirst()
        go(to: Route(entry.view, Array(arguments[..<filterStart]), filter: String(filter)))
    }

    private func runOwn(_ name: String, _ arguments: [String]) -> Bool {
        switch name {
        case "q", "quit": exit = .quit
        case "help": perform(.help)
        case "messages": perform(.messages)
        case "back": swapRoots()
        case "sort": sort(arguments.first ?? "")
        case "theme": pickTheme(arguments.first ?? "")
        case "glyphs": pickGlyphs(arguments.first ?? "")
        case "wide":
            if let isOn = onOrOff(name, arguments) { shell.isWide = isOn }
        case "ro":
            if let isOn = onOrOff(name, arguments) { setReadOnly(isOn) }
        default: return false
        }
        return true
    }

    private func tellUnknown(_ name: String) {
        let names = setup.catalog.entries.flatMap { [$0.view.rawValue] + $0.aliases } + Self.ownCommands.map(\.word)
        let nearest = NearestNames.of(name, in: names)
        let hint = nearest.isEmpty ? "? lists the commands" : "did you mean \(nearest.joined(separator: ", "))?"
        notify(Notice(.warning, "there is no command \(name); \(hint)"))
    }

    private func onOrOff(_ name: String, _ arguments: [String]) -> Bool? {
        switch arguments.first {
        case "on", nil: return true
        case "off": return false
        default:
            notify(Notice(.warning, ":\(name) takes on or off"))
            return nil
        }
    }

    private func setReadOnly(_ isOn: Bool) {
        guard !isOn, setup.header.isReadOnly, !setup.header.isProtected else {
            shell.header.isReadOnly = isOn
            return
        }
        notify(Notice(.warning, "larder was started read-only; leave it and start it without --read-only"))
    }

    private func sort(_ text: String) {
        guard case .list(let surface) = views.top?.screen.focus else {
            notify(Notice(.note, "there is nothing to sort here"))
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.lowercased() }
        let choice = surface.sortChoices.first {
            $0.column.rawValue.lowercased() == parts.first || $0.heading.lowercased() == parts.first
        }
        guard let choice else {
            let names = surface.sortChoices.map(\.column.rawValue).joined(separator: ", ")
            notify(Notice(.warning, ":sort takes one of \(names), and :desc for the largest first"))
            return
        }
        let isDescending = parts.count > 1 && parts[1].hasPrefix("d")
        tell(.sortPicked(choice.column))
        guard case .list(let after) = views.top?.screen.focus, after.sort?.isDescending != isDescending else { return }
        tell(.sortPicked(choice.column))
    }

    private func pickTheme(_ name: String) {
        guard let theme = setup.themes.first(where: { $0.name == name }) else {
            let names = setup.themes.map(\.name).joined(separator: ", ")
            notify(Notice(.warning, "there is no theme \(name.isEmpty ? "without a name" : name); there are \(names)"))
            return
        }
        shell.theme = theme
        requests.append(.repaint)
    }

    /// Takes the theme that suits a background, unless another one was picked meanwhile.
    func suit(_ background: TerminalColor) {
        guard let theme = setup.automaticTheme?(background), shell.theme.name == setup.theme.name,
            theme.name != shell.theme.name
        else { return }
        shell.theme = theme
        requests.append(.repaint)
    }

    private func pickGlyphs(_ name: String) {
        guard let set = GlyphSet.Name(rawValue: name) else {
            notify(Notice(.warning, ":glyphs takes ascii or unicode"))
            return
        }
        shell.glyphs = GlyphSet.named(set)
    }
}
