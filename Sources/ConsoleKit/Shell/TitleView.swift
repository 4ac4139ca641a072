import TextCanvas

/// The title rule of a view, with the age of its data: data never looks live when it is not.
struct TitleView {
    let title: ScreenTitle
    let context: RenderContext
    /// How often the view refreshes; data older than three times that is stale.
    let interval: Duration?
    let frozenAt: WallTime?

    /// The rule.
    var rule: TitleRule {
        var left = [TextRun(title.name, .title)]
        if let count = title.count { left.append(TextRun(" [\(Self.text(of: count))]", .muted)) }
        if !title.detail.isEmpty { left += [TextRun("  ")] + title.detail }
        return TitleRule(left: left, right: joined([filterRuns, markRuns, title.note, ageRuns]))
    }

    /// The counts: `31`, `10 of 31`, `500+ of 12400`.
    static func text(of count: ScreenTitle.Count) -> String {
        let more = count.hasMore ? "+" : ""
        return count.total.map { "\(count.shown)\(more) of \($0)" } ?? "\(count.shown)\(more)"
    }

    private var filterRuns: [TextRun] {
        title.filter.isEmpty ? [] : [TextRun("filter: "), TextRun(title.filter, .accent)]
    }

    private var markRuns: [TextRun] {
        title.markedCount == 0 ? [] : [TextRun("marked \(title.markedCount)", .mark)]
    }

    private var spinner: String { context.glyphs.spinner[context.spinnerFrame % context.glyphs.spinner.count] }

    private var ageRuns: [TextRun] {
        if let frozenAt { return [TextRun("frozen at \(frozenAt.timeOfDay)", .paused)] }
        switch title.load {
        case nil, .never: return []
        case .loading(let since):
            return [TextRun("\(spinner) loading \(DurationText.tenths(context.now.since(since)))", .busy)]
        case .fresh(let time): return [updated(time)]
        case .refreshing(_, let time): return [TextRun(spinner + " ", .busy), updated(time)]
        case .failed(_, _, nil): return [TextRun("failed", .error)]
        case .failed(_, _, let time?):
            let age = DurationText.compact(context.now.since(time))
            return [TextRun("as of \(time.timeOfDay), \(age) old", .warn)]
        }
    }

    private func updated(_ time: WallTime) -> TextRun {
        let age = context.now.since(time)
        if let interval, age > interval * 3 { return TextRun("stale \(DurationText.compact(age))", .warn) }
        return TextRun("updated \(DurationText.compact(age)) ago", .muted)
    }

    private func joined(_ parts: [[TextRun]]) -> [TextRun] {
        parts.filter { !$0.isEmpty }.reduce(into: []) { runs, part in
            if !runs.isEmpty { runs.append(TextRun("  ")) }
            runs += part
        }
    }
}
