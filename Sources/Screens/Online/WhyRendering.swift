import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension OnlineScreen {
    /// Draws the card: a line for each link of the chain, and what follows.
    func drawCard(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        guard !rect.isEmpty, let feature = state.why.feature else { return }
        let isFocused = state.focus == .why
        let (rule, body) = rect.splitTop(1)
        let name = (feature.featureSet.map { "\($0):" } ?? "") + feature.feature
        let hint =
            isFocused ? [TextRun("enter", .key), TextRun(" opens  "), TextRun("esc", .key), TextRun(" closes")] : []
        TitleRule(left: [TextRun("Why: \(name)", .title)], right: hint, isFocused: isFocused, isPane: true)
            .draw(into: &canvas, in: rule, glyphs: context.glyphs)
        switch state.why {
        case .closed: break
        case .asking:
            canvas.draw("asking...", at: Position(column: body.column + 1, row: body.row), role: .busy)
        case .failed(_, let problem): ProblemText(problem).draw(into: &canvas, in: body)
        case .shown(let answer, let cursor): draw(answer, cursor, isFocused, into: &canvas, in: body)
        }
    }

    private func draw(
        _ answer: WhyAnswer, _ cursor: Int, _ isFocused: Bool, into canvas: inout Canvas, in rect: Rect
    ) {
        let lines = answer.steps.enumerated().map(line) + Self.conclusion(answer.conclusion, width: rect.width)
        let isCut = lines.count > rect.height
        let last = max(0, lines.count - rect.height)
        let showsEnd = cursor == answer.steps.count - 1 && cursor >= last
        let top = !isCut ? 0 : showsEnd ? last : max(0, min(cursor - rect.height / 2, last))
        for offset in 0..<rect.height where top + offset < lines.count {
            let place = Position(column: rect.column, row: rect.row + offset)
            canvas.draw(lines[top + offset], at: place, width: rect.width)
            guard isFocused, top + offset == cursor else { continue }
            canvas.setSurface(.cursor, in: Rect(column: rect.column, row: place.row, width: rect.width, height: 1))
            canvas.cursor = place
        }
    }

    private func line(_ place: Int, _ step: WhyStep) -> [TextRun] {
        let (word, role): (String, Role) =
            switch step.verdict {
            case .ok: ("ok  ", .ok)
            case .fail: ("FAIL", .error)
            case .info: ("info", .text)
            case .notApplicable: ("n/a ", .muted)
            }
        let number = TextFitting.fitted("\(place + 1)", to: 2, .right, mark: "")
        return [
            TextRun(number + " ", .muted), TextRun(word + " ", role),
            TextRun(step.fact, step.target == nil ? .text : .link),
        ]
    }

    private static func conclusion(_ text: String, width: Int) -> [[TextRun]] {
        TextFitting.wrapped(SafeText.escaped(text), to: max(10, width - 9)).enumerated().map { row, part in
            [TextRun(row == 0 ? " so     " : "        ", .muted), TextRun(part, .strong)]
        }
    }
}
