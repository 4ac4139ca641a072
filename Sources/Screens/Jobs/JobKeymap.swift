import ConsoleKit
import TextCanvas

extension ActionID {
    /// Shows more or fewer levels of a log.
    static let logLevel: ActionID = "log.level"
}

extension JobScreen {
    /// The keys of a job's view.
    static let keys = Keymap(
        [
            KeyBinding(.paneNext, [.tab], label: "next pane", hint: 5),
            KeyBinding(.open, [.enter], label: "open set", meaning: "open the feature set under the cursor", hint: 10),
        ] + logKeys + [
            KeyBinding(.logs, [.character("l")], label: "logs", meaning: "the log's pane"),
            KeyBinding(
                .metrics, [.character("m")], label: "metrics", meaning: "the pane of the last half hour", hint: 15),
            KeyBinding(.history, [.character("v")], label: "history", meaning: "the pane of changes of state"),
            KeyBinding(.describe, [.character("d")], label: "describe", meaning: "the feature sets' pane"),
            KeyBinding(
                .dead, [.character("u")], label: "dead letters", meaning: "rows that the job set aside", hint: 50),
            KeyBinding(
                .jobStop, [.character("X")], label: "stop", meaning: "stop the job", hint: 30, changesServer: true),
            KeyBinding(
                .jobRestart, [.character("T")], label: "restart",
                meaning: "restart the job from the committed position", hint: 35, changesServer: true),
            KeyBinding(
                .jobSuspend, [.character("P")], label: "suspend",
                meaning: "suspend the job; what is suspended goes on", hint: 40, changesServer: true),
        ])

    /// The keys of a log's pane.
    static let logKeys = [
        KeyBinding(
            .follow, [.character("f")], label: "follow", meaning: "follow the end of the log, or stop", hint: 20),
        KeyBinding(
            .logLevel, [.character("o")], label: "level", meaning: "all lines, info, warnings, or errors", hint: 25),
    ]

    /// The keys of a job's view.
    var keymap: Keymap { Self.keys }
}
