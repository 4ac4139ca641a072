import Operations
import TextCanvas

/// The reasons behind a value as a person reads them.
enum WhyText {
    static func write(_ answer: WhyAnswer) -> String {
        let steps = answer.steps.enumerated().map { index, step in
            let verdict = step.verdict == .fail ? "FAIL" : step.verdict.rawValue
            let padding = String(repeating: " ", count: max(0, 4 - verdict.count))
            return " \(index + 1) \(verdict)\(padding) \(SafeText.escaped(step.fact))\n"
        }
        return SafeText.escaped("\(answer.feature)") + "\n" + steps.joined()
            + " so     \(SafeText.escaped(answer.conclusion))\n"
    }
}
