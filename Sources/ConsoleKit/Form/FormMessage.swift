public import TextCanvas

/// What can happen to a form, in the past tense.
public enum FormMessage: Sendable, Hashable {
    /// The field with the focus was edited; in a choice, left, right and space pick another option.
    case typed(TextEdit)
    /// The focus went to another field, by so many.
    case focusMoved(Int)
    /// A field was clicked, counted from the first.
    case fieldClicked(Int)

    /// What an input means to a form; nil when nothing (Enter and the page keys are the screen's).
    public init?(_ input: ScreenInput) {
        switch input {
        case .typed(let edit): self = .typed(edit)
        case .action(.paneNext), .action(.cursorDown): self = .focusMoved(1)
        case .action(.panePrevious), .action(.cursorUp): self = .focusMoved(-1)
        default: return nil
        }
    }
}
