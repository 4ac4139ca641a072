/// The name of something that a key, a menu entry or a command can do: `cursor.up`, `job.stop`.
///
/// It is the name in `keys.yaml` and in the generated documents; screens add their own in an extension.
public struct ActionID: RawRepresentable, Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
    /// The name.
    public let rawValue: String

    /// Makes a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes a name from a literal.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }

    /// In the order of their names.
    public static func < (left: ActionID, right: ActionID) -> Bool { left.rawValue < right.rawValue }
}

extension ActionID {
    /// Moves the cursor by one row or line.
    public static let cursorUp: ActionID = "cursor.up"
    /// Moves the cursor by one row or line.
    public static let cursorDown: ActionID = "cursor.down"
    /// Moves by a page.
    public static let pageUp: ActionID = "cursor.page.up"
    /// Moves by a page.
    public static let pageDown: ActionID = "cursor.page.down"
    /// Moves by half a page.
    public static let halfPageUp: ActionID = "cursor.half.up"
    /// Moves by half a page.
    public static let halfPageDown: ActionID = "cursor.half.down"
    /// Moves to the first row or line.
    public static let cursorFirst: ActionID = "cursor.first"
    /// Moves to the last row or line.
    public static let cursorLast: ActionID = "cursor.last"
    /// Scrolls sideways.
    public static let columnsLeft: ActionID = "cols.scroll.left"
    /// Scrolls sideways.
    public static let columnsRight: ActionID = "cols.scroll.right"
    /// Opens the row, follows the link, accepts the field.
    public static let open: ActionID = "open"
    /// One step back; Esc first peels filter and marks.
    public static let back: ActionID = "back"
    /// Swaps with the previous root view.
    public static let rootSwap: ActionID = "root.swap"
    /// The next pane or field.
    public static let paneNext: ActionID = "pane.next"
    /// The previous pane or field.
    public static let panePrevious: ActionID = "pane.prev"
    /// Opens the command prompt.
    public static let command: ActionID = "command"
    /// Opens the filter prompt.
    public static let filter: ActionID = "filter"
    /// Opens the search prompt of a text.
    public static let find: ActionID = "find"
    /// Goes to the next match.
    public static let findNext: ActionID = "find.next"
    /// Goes to the previous match.
    public static let findPrevious: ActionID = "find.prev"
    /// Shows the keys of this view.
    public static let help: ActionID = "help"
    /// Shows the menu of everything possible here.
    public static let actions: ActionID = "actions"
    /// Picks the column to sort by.
    public static let sort: ActionID = "sort"
    /// Asks for fresh data now.
    public static let refresh: ActionID = "refresh"
    /// Stops or resumes updates.
    public static let freeze: ActionID = "freeze"
    /// Shows the overview of a row.
    public static let describe: ActionID = "describe"
    /// Shows the document of a row.
    public static let raw: ActionID = "raw"
    /// Shows the log of a row.
    public static let logs: ActionID = "logs"
    /// Shows the history of a row.
    public static let history: ActionID = "history"
    /// Shows the dead letters of a row.
    public static let dead: ActionID = "dead"
    /// Opens the online inspector, filled in from the row.
    public static let inspect: ActionID = "inspect"
    /// Shows why, or how things hang together.
    public static let wiring: ActionID = "wiring"
    /// Follows the end of a log, or stops following.
    public static let follow: ActionID = "follow"
    /// Marks the row and moves down.
    public static let mark: ActionID = "mark"
    /// Marks from the last mark to here.
    public static let markRange: ActionID = "mark.range"
    /// Marks all rows shown, or none.
    public static let markAll: ActionID = "mark.all"
    /// Opens the menu of what can be copied.
    public static let copy: ActionID = "copy"
    /// Shows the history of messages.
    public static let messages: ActionID = "messages"
    /// Makes something new.
    public static let new: ActionID = "new"
    /// Edits the row.
    public static let edit: ActionID = "edit"
    /// Stops or cancels jobs.
    public static let jobStop: ActionID = "job.stop"
    /// Restarts jobs.
    public static let jobRestart: ActionID = "job.restart"
    /// Shows how something has been doing.
    public static let metrics: ActionID = "metrics"
    /// Pauses a job, or lets it go on.
    public static let jobSuspend: ActionID = "job.suspend"
    /// Replays dead letters.
    public static let deadReplay: ActionID = "dead.replay"
    /// Deletes, archives or discards.
    public static let delete: ActionID = "delete"
    /// Cancels the running foreground work; twice within two seconds quits.
    public static let interrupt: ActionID = "interrupt"
    /// To the shell and back.
    public static let suspend: ActionID = "suspend.app"
    /// Repaints everything.
    public static let redraw: ActionID = "redraw"

    /// Replaces the root by the view with a digit.
    public static func root(_ digit: Int) -> ActionID { ActionID(rawValue: "root.\(digit)") }
}
