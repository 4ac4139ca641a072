import ConsoleKit
import FeatureModel
import Operations

/// The card below the values that says why one of them is what it is.
enum WhyCard: Sendable, Hashable {
    case closed
    /// Asked; the card of the value before is gone.
    case asking(FeatureReference)
    /// The reasons, and which of them the cursor is on.
    case shown(WhyAnswer, cursor: Int)
    case failed(FeatureReference, Problem)

    /// The feature it is about.
    var feature: FeatureReference? {
        switch self {
        case .closed: nil
        case .asking(let feature), .failed(let feature, _): feature
        case .shown(let answer, _): answer.feature
        }
    }

    /// The link under the cursor.
    var step: WhyStep? {
        guard case .shown(let answer, let cursor) = self, answer.steps.indices.contains(cursor) else { return nil }
        return answer.steps[cursor]
    }

    /// Moves the cursor over the links.
    mutating func move(_ step: ListMessage.Step) {
        guard case .shown(let answer, let cursor) = self else { return }
        let last = max(0, answer.steps.count - 1)
        let next: Int =
            switch step {
            case .rows(let count): cursor + count
            case .halfPages(let count): cursor + count * 2
            case .first: 0
            case .last: last
            }
        self = .shown(answer, cursor: max(0, min(next, last)))
    }
}
