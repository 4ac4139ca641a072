public import TextCanvas

/// How the data of a view got here. Every case that has data knows since when, because data never looks live when it
/// is not.
public enum LoadState: Sendable, Hashable {
    /// Nothing was asked for yet.
    case never
    /// The first answer is being waited for.
    case loading(since: WallTime)
    /// Data came at a time.
    case fresh(at: WallTime)
    /// Data is there, newer data was asked for.
    case refreshing(since: WallTime, shownFrom: WallTime)
    /// The last question failed; what is shown, if anything, is from an earlier time.
    case failed(Problem, at: WallTime, shownFrom: WallTime?)

    /// The state after a question was asked.
    public func started(at now: WallTime) -> LoadState {
        switch self {
        case .never, .loading, .failed(_, _, nil): .loading(since: now)
        case .fresh(let time), .refreshing(_, let time), .failed(_, _, let time?):
            .refreshing(since: now, shownFrom: time)
        }
    }

    /// The state after the question failed.
    public func failed(_ problem: Problem, at now: WallTime) -> LoadState {
        .failed(problem, at: now, shownFrom: shownFrom)
    }

    /// Since when the data shown is; nil when none is.
    public var shownFrom: WallTime? {
        switch self {
        case .never, .loading: nil
        case .fresh(let time), .refreshing(_, let time): time
        case .failed(_, _, let time): time
        }
    }

    /// True while an answer is being waited for.
    public var isWaiting: Bool {
        switch self {
        case .loading, .refreshing: true
        case .never, .fresh, .failed: false
        }
    }

    /// What went wrong with the last question.
    public var problem: Problem? {
        if case .failed(let problem, _, _) = self { problem } else { nil }
    }
}
