/// What the mouse did, and where.
public struct MouseEvent: Sendable, Hashable {
    /// The kind of action.
    public enum Action: Sendable, Hashable {
        case click, doubleClick, wheelUp, wheelDown
    }

    /// What happened.
    public var action: Action
    /// The cell under the pointer.
    public var position: Position

    /// Makes an event.
    public init(action: Action, position: Position) {
        self.action = action
        self.position = position
    }
}
