import TextCanvas

extension Console {
    private static let historyLimit = 200

    /// Opens the filter of a list, or the search of a text.
    func openFilterPrompt(_ action: ActionID) {
        switch views.top?.screen.focus {
        case .list(let surface):
            shell.overlay = .prompt(Prompt(purpose: .filter(before: surface.filter), line: TextLine(surface.filter)))
        case .text(let search):
            shell.overlay = .prompt(Prompt(purpose: .find(before: search), line: TextLine(search)))
        case .plain, .typing, nil: notify(Notice(.note, "there is nothing to filter here"))
        }
    }

    /// A prompt for a command, with what it could become.
    func commandPrompt(_ text: String) -> Prompt {
        var prompt = Prompt(purpose: .command, line: TextLine(text))
        prompt.candidates = candidates(for: text)
        return prompt
    }

    /// A key was pressed in a prompt.
    func press(_ key: Key, in prompt: Prompt) {
        var changed = prompt
        switch key {
        case .escape, .control("c"): leave(prompt)
        case .enter: accept(prompt)
        case .backspace where prompt.line.isEmpty: leave(prompt)
        case .tab,
            .right where key == .tab || prompt.line.cursor == prompt.line.text.count:
            complete(&changed)
            update(changed)
        case .up, .down: browse(&changed, key == .down ? 1 : -1)
        default:
            guard let edit = TextEdit(key) else { return }
            changed.line.apply(edit)
            changed.picked = nil
            update(changed)
        }
    }

    /// Keeps a prompt whose line may have changed: candidates are found anew, a filter is told to the view.
    func update(_ prompt: Prompt) {
        var changed = prompt
        switch prompt.purpose {
        case .command: changed.candidates = candidates(for: prompt.line.text)
        case .filter, .find: shell.untoldFilter = prompt.line.text
        case .question: break
        }
        shell.overlay = .prompt(changed)
    }

    /// Tells the view its filter as it is now; once per frame, however fast the keys come.
    func tellFilter() {
        guard let text = shell.untoldFilter else { return }
        shell.untoldFilter = nil
        tell(.filterTyped(text))
    }

    private func leave(_ prompt: Prompt) {
        shell.overlay = nil
        switch prompt.purpose {
        case .filter(let before), .find(let before): shell.untoldFilter = before
        case .command, .question: break
        }
    }

    private func accept(_ prompt: Prompt) {
        shell.overlay = nil
        let text = prompt.line.text
        switch prompt.purpose {
        case .command:
            remember(text)
            runCommand(pickedCommand(prompt) ?? text)
        case .filter, .find: shell.untoldFilter = text
        case .question(let question, let asker): deliver(question.answered(text), to: asker)
        }
    }

    /// The candidate that was picked with the arrow keys.
    private func pickedCommand(_ prompt: Prompt) -> String? {
        guard !prompt.line.isEmpty, let picked = prompt.picked, prompt.candidates.indices.contains(picked) else {
            return nil
        }
        return prompt.candidates[picked].word
    }

    private func complete(_ prompt: inout Prompt) {
        guard case .command = prompt.purpose else { return }
        if let word = pickedCommand(prompt) ?? ghost(prompt).map({ prompt.line.text + $0 }) {
            prompt.line = TextLine(word + " ")
            prompt.picked = nil
        }
    }

    /// The rest of the word that the line would become.
    func ghost(_ prompt: Prompt) -> String? {
        let text = prompt.line.text
        guard case .command = prompt.purpose, !text.isEmpty,
            let word = prompt.candidates.first(where: { $0.word.hasPrefix(text) })?.word, word != text
        else { return nil }
        return String(word.dropFirst(text.count))
    }

    /// Up and down: through the candidates, or through the history while nothing was typed.
    private func browse(_ prompt: inout Prompt, _ step: Int) {
        guard case .command = prompt.purpose else { return }
        if prompt.line.isEmpty || isFromHistory(prompt) {
            let index = (prompt.picked ?? shell.history.count) + step
            guard shell.history.indices.contains(index) else { return }
            prompt.line = TextLine(shell.history[index])
            prompt.picked = index
            prompt.candidates = []
        } else if !prompt.candidates.isEmpty {
            let count = prompt.candidates.count
            prompt.picked = prompt.picked.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
        }
        shell.overlay = .prompt(prompt)
    }

    private func isFromHistory(_ prompt: Prompt) -> Bool {
        guard prompt.candidates.isEmpty, let picked = prompt.picked, shell.history.indices.contains(picked) else {
            return false
        }
        return shell.history[picked] == prompt.line.text
    }

    private func remember(_ text: String) {
        guard !text.isEmpty, shell.history.last != text else { return }
        shell.history.append(text)
        if shell.history.count > Self.historyLimit { shell.history.removeFirst() }
    }
}
