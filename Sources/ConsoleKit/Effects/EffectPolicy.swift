/// What happens to an effect when one with the same key is still running.
public enum EffectPolicy: Sendable, Hashable {
    /// The older is cancelled and its answer dropped: the operator asked for something else.
    case replacing
    /// The newer is not started: the answer that is coming will do. Use it for refreshing by a timer, so that a slow
    /// server is not asked faster than it answers.
    case skipping
}
