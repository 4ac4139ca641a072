public import TextCanvas

/// What can happen to a list, in the past tense.
public enum ListMessage: Sendable, Hashable {
    /// How far the cursor went.
    public enum Step: Sendable, Hashable {
        case rows(Int)
        /// Half pages; 2 is a page.
        case halfPages(Int)
        case first, last
    }

    case cursorMoved(Step)
    /// The row under a click, counted in the rows shown.
    case rowClicked(Int)
    case columnsScrolled(Int)
    case filterTyped(String)
    case sortPicked(ColumnID)
    case markToggled
    case rangeMarked
    case allMarkToggled
    /// Escape: takes off the filter, else the marks.
    case peeled

    /// What an action of the key table means to a list; nil when nothing.
    public init?(_ action: ActionID) {
        switch action {
        case .cursorUp: self = .cursorMoved(.rows(-1))
        case .cursorDown: self = .cursorMoved(.rows(1))
        case .pageUp: self = .cursorMoved(.halfPages(-2))
        case .pageDown: self = .cursorMoved(.halfPages(2))
        case .halfPageUp: self = .cursorMoved(.halfPages(-1))
        case .halfPageDown: self = .cursorMoved(.halfPages(1))
        case .cursorFirst: self = .cursorMoved(.first)
        case .cursorLast: self = .cursorMoved(.last)
        case .columnsLeft: self = .columnsScrolled(-1)
        case .columnsRight: self = .columnsScrolled(1)
        case .mark: self = .markToggled
        case .markRange: self = .rangeMarked
        case .markAll: self = .allMarkToggled
        default: return nil
        }
    }
}
