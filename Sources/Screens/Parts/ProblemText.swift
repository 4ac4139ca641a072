import ConsoleKit
import TextCanvas

/// A problem in the body of a view that has nothing else to show: what failed, and what to do.
struct ProblemText {
    private let problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// Draws the problem, wrapped.
    func draw(into canvas: inout Canvas, in rect: Rect) {
        let indent = min(6, max(1, rect.width / 12))
        let width = rect.width - indent - 1
        let message = TextFitting.wrapped(SafeText.escaped(problem.message), to: width).map {
            TextRun($0, problem.isUnsupported ? .muted : .error)
        }
        let hint = problem.hint.map { TextFitting.wrapped(SafeText.escaped($0), to: width).map { TextRun($0) } } ?? []
        let top = rect.row + (rect.height > message.count + hint.count + 1 ? 1 : 0)
        for (row, run) in (message + hint).enumerated() where top + row < rect.endRow {
            canvas.draw([run], at: Position(column: rect.column + indent, row: top + row), width: width)
        }
    }
}
