import TextCanvas

/// One view on the stack, with what belongs to it and comes back with it.
final class StackEntry {
    /// Names the entry in running effects and timers.
    struct ID: Sendable, Hashable {
        let number: Int
    }

    let id: ID
    let screen: any LiveScreen
    /// When its updates were stopped by the operator; nil while they run.
    var frozenAt: WallTime?
    /// True once the screen was started.
    var isStarted = false

    init(id: ID, screen: any LiveScreen) {
        self.id = id
        self.screen = screen
    }
}
