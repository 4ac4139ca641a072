/// Carries out the work of effects: one task for each, beside the loop. The only place that starts tasks.
///
/// Owned by the loop's thread. A task lives no longer than the console: leaving the view or the program cancels it.
final class EffectRunner {
    private let inbox: Inbox
    private var tasks: [EffectToken: Task<Void, Never>] = [:]
    private var lastNumber = 0

    /// What is running or ending.
    var running: [Task<Void, Never>] { Array(tasks.values) }

    init(inbox: Inbox) {
        self.inbox = inbox
    }

    /// Starts work; its messages and its end arrive in the inbox under the token.
    func start(_ work: @escaping @Sendable (EffectSender<AnyMessage>) async -> Void) -> EffectToken {
        lastNumber += 1
        let token = EffectToken(number: lastNumber)
        let inbox = inbox
        tasks[token] = Task {
            await work(EffectSender { message in await inbox.send(.message(token, message)) })
            inbox.post(.finished(token))
        }
        return token
    }

    /// Starts work that has no screen: the watch over the header's facts.
    func startFeed(_ feed: @escaping @Sendable (EffectSender<HeaderFacts>) async -> Void) {
        lastNumber += 1
        let inbox = inbox
        tasks[EffectToken(number: lastNumber)] = Task {
            await feed(EffectSender { facts in await inbox.send(.header(facts)) })
        }
    }

    /// Asks work to end; its end still arrives.
    func cancel(_ token: EffectToken) {
        tasks[token]?.cancel()
    }

    /// Forgets work that has ended.
    func forget(_ token: EffectToken) {
        tasks[token] = nil
    }

    /// Asks everything to end and lets blocked senders go; returns what is still ending.
    func cancelAll() -> [Task<Void, Never>] {
        let ending = running
        for task in ending { task.cancel() }
        inbox.shut()
        tasks = [:]
        return ending
    }
}
