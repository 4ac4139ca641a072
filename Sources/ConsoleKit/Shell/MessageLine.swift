import TextCanvas

/// The line that tells the newest notice, or asks.
struct MessageLine {
    let notices: NoticeLog
    let messagesKey: String?

    /// Draws the newest notice, and at the right how many wait to be read.
    func draw(into canvas: inout Canvas, in rect: Rect, glyphs: GlyphSet, tier: SizeTier) {
        let unread = notices.unreadCount
        let count = unread > 0 ? "messages(\(unread))" : "messages"
        let right = tier > .extraSmall ? messagesKey.map { "\($0) \(count)" } ?? "" : ""
        let room = rect.width - DisplayWidth.columns(of: right) - 4
        if let notice = notices.current {
            let text = TextFitting.truncated(notice.text, to: room, mark: glyphs.ellipsis)
            canvas.draw(
                text, at: Position(column: rect.column + 1, row: rect.row), role: notice.level.role)
        }
        let start = rect.endColumn - DisplayWidth.columns(of: right) - 1
        canvas.draw(right, at: Position(column: start, row: rect.row), role: unread > 0 ? .warn : .muted)
    }
}
