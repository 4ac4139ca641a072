import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension FeatureSetsScreen {
    static let nameColumn = ListColumn<FeatureSetRow>("name", "NAME", width: .flexible(min: 24)) { row, _ in
        TableCell(row.id.description, .strong)
    }

    static let statusColumn = ListColumn<FeatureSetRow>(
        "status", "STATUS", priority: .level(1), width: .fitting(min: 6, max: 12)
    ) { row, _ in TableCell(row.status, row.role) }

    static let featuresColumn = ListColumn<FeatureSetRow>(
        "features", "FEATURES", priority: .level(2), alignment: .right
    ) { row, _ in TableCell("\(row.definition.features.count)", .number) }

    static let maxAgeColumn = ListColumn<FeatureSetRow>(
        "maxAge", "MAX AGE", priority: .level(3), alignment: .right
    ) { row, _ in
        row.definition.maxAgeSeconds.map { TableCell(AgeText.describe(seconds: $0), .time) } ?? .none
    }

    static let deadColumn = ListColumn<FeatureSetRow>("dead", "DEAD 24H", priority: .level(2), alignment: .right) {
        row, _ in
        let count = row.summary.deadLetters24h
        return TableCell(CountText.grouped(count), count > 0 ? .warn : .number)
    }

    /// The columns.
    static let list = ListDescription<FeatureSetRow>(
        columns: [
            nameColumn, statusColumn, featuresColumn,
            ListColumn("entities", "ENTITIES", priority: .level(3), width: .fitting(min: 8, max: 24)) { row, _ in
                TableCell(row.definition.entities.map(\.name).joined(separator: ", "))
            },
            maxAgeColumn,
            ListColumn("stores", "STORES", priority: .level(3), alignment: .right) { row, _ in
                TableCell("\(row.summary.stores.count)", row.summary.stores.isEmpty ? .error : .number)
            },
            ListColumn("jobs", "JOBS", priority: .level(5), alignment: .right) { row, _ in
                TableCell("\(row.summary.jobs.count)", .number)
            },
            deadColumn,
            ListColumn("labels", "LABELS", priority: .level(5), width: .fitting(min: 8, max: 36)) { row, _ in
                TableCell(row.labels, .muted)
            },
            ListColumn("created", "CREATED", priority: .wideOnly, width: .fixed(20)) { row, _ in
                TableCell(row.summary.record.createdAt.description, .time)
            },
            ListColumn("source", "SOURCE", priority: .wideOnly, width: .fitting(min: 6, max: 24)) { row, _ in
                TableCell(row.source)
            },
        ],
        mark: { row, glyphs in row.mark(glyphs) },
        rank: { $0.rank },
        emptyLines: [
            "No feature set is registered in this workspace.",
            "larder feature-sets apply -f set.yaml   registers one.",
            "larder demo   makes a workspace with feature sets and a month of real rows.",
        ])

    /// Draws the list.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        ListView(state.list, Self.list).draw(into: &canvas, in: rect, context)
    }
}
