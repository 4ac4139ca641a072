import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension FeatureSetScreen {
    /// Draws overview and panes.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        if state.summary == nil, let problem = state.load.problem {
            ProblemText(problem).draw(into: &canvas, in: rect)
            return
        }
        let places = layout(state, in: rect)
        drawOverview(state, into: &canvas, in: places.overview, context)
        for pane in Pane.allCases { draw(pane, state, into: &canvas, places.panes[pane.rawValue], context) }
    }

    /// The body has a size.
    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.body = body
        state.tier = tier
        layOut(&state)
    }

    /// Tells the panes how high they are.
    func layOut(_ state: inout State) {
        let sizes = layout(state, in: Rect(state.body)).panes.map { Size(columns: $0.body.width, rows: $0.body.height) }
        state.schema.resized(to: sizes[Pane.schema.rawValue], state.tier)
        state.stores.resized(to: sizes[Pane.stores.rawValue], state.tier)
        state.jobs.resized(to: sizes[Pane.jobs.rawValue], state.tier)
        state.problems.resized(to: sizes[Pane.problems.rawValue], state.tier)
    }

    /// Where everything is.
    func layout(_ state: State, in rect: Rect) -> (overview: Rect, panes: [PaneLayout.Pane]) {
        let block = overview(state).height(width: rect.width) + (state.problems.rows.isEmpty ? 0 : 1)
        let wish = rect.height < 12 ? min(block, 1) : min(block, rect.height / 3)
        let (overview, rest) = rect.splitTop(wish)
        let wishes = [
            state.schema.rows.count + 1, state.stores.rows.count + 1, state.jobs.rows.count + 1,
            state.problems.rows.count + 1,
        ]
        return (overview, PaneLayout(in: rest, wishes: wishes, focus: state.focus.rawValue).panes)
    }

    /// The first problem, then the facts.
    private func drawOverview(
        _ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext
    ) {
        guard let problem = state.problems.rows.first else {
            overview(state).draw(into: &canvas, in: rect, glyphs: context.glyphs)
            return
        }
        let more = state.problems.rows.count > 1 ? " (+\(state.problems.rows.count - 1))" : ""
        canvas.draw(
            [TextRun(" \(context.glyphs.error) ", .warn), TextRun(problem.text + more, .warn)],
            at: Position(column: rect.column, row: rect.row), width: rect.width)
        overview(state).draw(into: &canvas, in: rect.splitTop(1).rest, glyphs: context.glyphs)
    }

    private func overview(_ state: State) -> KeyValueBlock {
        guard let summary = state.summary else { return KeyValueBlock([.init("set", reference.description)]) }
        let row = FeatureSetRow(summary: summary)
        let definition = summary.record.definition
        let age = definition.maxAgeSeconds.map { AgeText.describe(seconds: $0) } ?? "unlimited"
        let dead = summary.deadLetters24h
        return KeyValueBlock(
            [
                .init("status", row.status, row.role),
                .init("entities", definition.entities.map(\.name).joined(separator: ", "), .strong),
                .init("features", "\(definition.features.count)", .number), .init("max age", age, .time),
                .init("dead 24h", CountText.grouped(dead), dead > 0 ? .warn : .number),
                .init("source", row.source),
                .init("created", summary.record.createdAt.description, .time),
                .init("changed", summary.record.updatedAt.description, .time),
                .init("labels", row.labels.isEmpty ? "-" : row.labels, .muted),
            ], columnCount: 3)
    }

    private func draw(
        _ pane: Pane, _ state: State, into canvas: inout Canvas, _ place: PaneLayout.Pane, _ context: RenderContext
    ) {
        let isFocused = pane == state.focus
        if let rule = place.rule {
            TitleRule(left: title(of: pane, state), isFocused: isFocused, isPane: true)
                .draw(into: &canvas, in: rule, glyphs: context.glyphs)
        }
        guard !place.body.isEmpty else { return }
        switch pane {
        case .schema: draw(state.schema, Self.schemaList, isFocused, &canvas, place, context)
        case .stores: draw(state.stores, Self.storeList, isFocused, &canvas, place, context)
        case .jobs: draw(state.jobs, Self.jobList, isFocused, &canvas, place, context)
        case .problems: draw(state.problems, Self.problemList, isFocused, &canvas, place, context)
        }
    }

    private func draw<Row>(
        _ list: ListState<Row>, _ description: ListDescription<Row>, _ isFocused: Bool, _ canvas: inout Canvas,
        _ place: PaneLayout.Pane, _ context: RenderContext
    ) {
        var view = ListView(list, description)
        view.isFocused = isFocused
        view.draw(into: &canvas, in: place.body, context)
    }

    private func title(of pane: Pane, _ state: State) -> [TextRun] {
        switch pane {
        case .schema: heading("Schema", state.schema.rows.count, .title)
        case .stores: heading("Stores", state.stores.rows.count, .title)
        case .jobs: heading("Jobs", state.jobs.rows.count, .title)
        case .problems:
            heading("Problems", state.problems.rows.count, state.problems.rows.isEmpty ? .title : .warn)
        }
    }

    private func heading(_ name: String, _ count: Int, _ role: Role) -> [TextRun] {
        [TextRun(name, role), TextRun(" [\(count)]", .muted)]
    }
}
