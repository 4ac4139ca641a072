/// Something that an update asks for instead of doing it: a question to the services, a timer, another view, a notice.
/// Effects are values, so that tests can look at them; the runtime carries them out.
public struct Effect<Message: Sendable>: Sendable {
    /// What is asked for.
    public enum Kind: Sendable {
        /// Work beside the loop, which answers with messages.
        case run(Run)
        /// The end of running work or of a timer.
        case cancel(EffectKey)
        /// A message after a while, once or again and again. Timers of a view that is not in view wait until it is.
        case timer(EffectKey, after: Duration, repeats: Bool, Message)
        /// Another view.
        case navigate(Navigation)
        /// A message to the operator.
        case notify(Notice)
        /// A question before something changes; the message is sent when the answer is yes.
        case confirm(ChangeConfirmation, Message)
        /// A question that is answered by typing a line.
        case ask(Question)
        /// Text for the clipboard.
        case copy(CopyChoice)
    }

    /// Work beside the loop.
    public struct Run: Sendable {
        /// Its name; nil when it is never replaced.
        public let key: EffectKey?
        /// What happens when the same is still running.
        public let policy: EffectPolicy
        /// True for work without an end (following a log), which `wait idle` does not wait for.
        public let isEndless: Bool
        /// The work; it ends early when its task is cancelled.
        public let work: @Sendable (EffectSender<Message>) async -> Void
    }

    /// A question that is answered by typing a line.
    public struct Question: Sendable {
        /// What stands before the line: `file`.
        public let label: String
        /// What is in the line at first.
        public let text: String
        /// The message for an answer; Esc sends none.
        public let answered: @Sendable (String) -> Message
    }

    /// What is asked for.
    public let kind: Kind

    /// Makes an effect.
    public init(_ kind: Kind) {
        self.kind = kind
    }
}

extension Effect {
    /// Asks something and sends the one answer.
    ///
    /// - Parameters:
    ///   - key: names the work; a newer one with the same key takes its place.
    ///   - policy: what happens when the same is still running.
    ///   - work: the question; it returns the message, and has to turn errors into messages too.
    public static func load(
        _ key: EffectKey, policy: EffectPolicy = .replacing, _ work: @escaping @Sendable () async -> Message
    ) -> Effect {
        Effect(.run(Run(key: key, policy: policy, isEndless: false) { send in await send(work()) }))
    }

    /// Works and sends messages on the way: progress, then the result.
    public static func run(
        _ key: EffectKey? = nil, policy: EffectPolicy = .replacing,
        _ work: @escaping @Sendable (EffectSender<Message>) async -> Void
    ) -> Effect {
        Effect(.run(Run(key: key, policy: policy, isEndless: false, work: work)))
    }

    /// Follows something without an end, until the view is left or the key cancelled. Not counted by `wait idle`.
    public static func follow(
        _ key: EffectKey, _ work: @escaping @Sendable (EffectSender<Message>) async -> Void
    ) -> Effect {
        Effect(.run(Run(key: key, policy: .replacing, isEndless: true, work: work)))
    }

    /// Ends running work or a timer.
    public static func cancel(_ key: EffectKey) -> Effect { Effect(.cancel(key)) }

    /// Sends a message every so often while the view is in view: refreshing.
    public static func every(_ interval: Duration, _ key: EffectKey, _ message: Message) -> Effect {
        Effect(.timer(key, after: interval, repeats: true, message))
    }

    /// Sends a message once, after a while.
    public static func after(_ delay: Duration, _ key: EffectKey, _ message: Message) -> Effect {
        Effect(.timer(key, after: delay, repeats: false, message))
    }

    /// Shows a screen on top of this one.
    public static func push(_ screen: any Screen) -> Effect { Effect(.navigate(.push(screen))) }

    /// Shows the screen of a route on top of this one.
    public static func push(_ route: Route) -> Effect { Effect(.navigate(.pushRoute(route))) }

    /// Shows the screen of a route as the new root.
    public static func root(_ route: Route) -> Effect { Effect(.navigate(.replaceRoot(route))) }

    /// Shows a screen in place of this one.
    public static func replace(with screen: any Screen) -> Effect { Effect(.navigate(.replaceTop(screen))) }

    /// One view back.
    public static var pop: Effect { Effect(.navigate(.pop)) }

    /// Tells the operator something.
    public static func notify(_ level: Notice.Level, _ text: String, detail: String = "") -> Effect {
        Effect(.notify(Notice(level, text, detail: detail)))
    }

    /// Tells the operator what went wrong.
    public static func notify(_ problem: Problem) -> Effect { Effect(.notify(Notice(problem))) }

    /// Asks before something changes, and sends the message when the answer is yes.
    public static func confirm(_ confirmation: ChangeConfirmation, then message: Message) -> Effect {
        Effect(.confirm(confirmation, message))
    }

    /// Asks for a line of text on the prompt.
    public static func ask(
        _ label: String, text: String = "", then answered: @escaping @Sendable (String) -> Message
    ) -> Effect {
        Effect(.ask(Question(label: label, text: text, answered: answered)))
    }

    /// Copies a text to the clipboard and says so.
    public static func copy(_ choice: CopyChoice) -> Effect { Effect(.copy(choice)) }

    /// The same effect with its messages embedded in another type: for a screen made of parts.
    public func map<Other>(_ embed: @escaping @Sendable (Message) -> Other) -> Effect<Other> {
        switch kind {
        case .run(let run):
            return Effect<Other>(
                .run(
                    .init(key: run.key, policy: run.policy, isEndless: run.isEndless) { send in
                        await run.work(EffectSender { await send(embed($0)) })
                    }))
        case .cancel(let key): return Effect<Other>(.cancel(key))
        case .timer(let key, let delay, let repeats, let message):
            return Effect<Other>(.timer(key, after: delay, repeats: repeats, embed(message)))
        case .navigate(let navigation): return Effect<Other>(.navigate(navigation))
        case .notify(let notice): return Effect<Other>(.notify(notice))
        case .confirm(let confirmation, let message): return Effect<Other>(.confirm(confirmation, embed(message)))
        case .ask(let question):
            return Effect<Other>(
                .ask(.init(label: question.label, text: question.text) { embed(question.answered($0)) }))
        case .copy(let choice): return Effect<Other>(.copy(choice))
        }
    }
}
