/// What can happen to a text in a pane, in the past tense.
public enum TextMessage: Sendable, Hashable {
    case scrolled(ListMessage.Step)
    case columnsScrolled(Int)
    case searchTyped(String)
    /// The next match was asked for, or the previous.
    case matchStepped(forward: Bool)
    case followToggled
    /// Escape: takes the search off.
    case peeled

    /// What an input means to a text; nil when nothing.
    public init?(_ input: ScreenInput) {
        switch input {
        case .action(.findNext): self = .matchStepped(forward: true)
        case .action(.findPrevious): self = .matchStepped(forward: false)
        case .action(.follow): self = .followToggled
        case .action(let action):
            switch ListMessage(action) {
            case .cursorMoved(let step)?: self = .scrolled(step)
            case .columnsScrolled(let count)?: self = .columnsScrolled(count * 8)
            default: return nil
            }
        case .filterTyped(let text): self = .searchTyped(text)
        case .scrolled(let rows): self = .scrolled(.rows(rows))
        default: return nil
        }
    }
}
