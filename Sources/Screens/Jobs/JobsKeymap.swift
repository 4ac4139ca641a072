import ConsoleKit
import TextCanvas

extension JobsScreen {
    /// The keys of the list of jobs.
    static let keys = Keymap(
        [
            KeyBinding(.logs, [.character("l")], label: "logs", meaning: "the job's log", hint: 20),
            KeyBinding(.metrics, [.character("m")], label: "metrics", meaning: "how the job has been doing", hint: 25),
            KeyBinding(.describe, [.character("d")], label: "describe", meaning: "the job's overview"),
            KeyBinding(.history, [.character("v")], label: "history", meaning: "the job's changes of state"),
            KeyBinding(
                .dead, [.character("u")], label: "dead letters", meaning: "rows that the job set aside", hint: 50),
        ] + orders)

    /// The keys of orders to jobs.
    static let orders = [
        KeyBinding(
            .jobStop, [.character("X")], label: "stop", meaning: "stop the marked jobs, or the one under the cursor",
            hint: 30, changesServer: true),
        KeyBinding(
            .jobRestart, [.character("T")], label: "restart",
            meaning: "restart the marked jobs, or the one under the cursor, from the committed position", hint: 35,
            changesServer: true),
        KeyBinding(
            .jobSuspend, [.character("P")], label: "suspend",
            meaning: "suspend the marked jobs, or the one under the cursor; what is suspended goes on", hint: 40,
            changesServer: true),
    ]

    /// The keys of the list of jobs.
    var keymap: Keymap { Self.keys }
}
