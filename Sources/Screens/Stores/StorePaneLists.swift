import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension StoreScreen {
    /// The columns of the subscriptions' pane.
    static let subscriptionList = ListDescription<SubscriptionRow>(
        columns: [
            ListColumn("project", "PROJECT", width: .fitting(min: 8, max: 24)) { row, _ in
                TableCell(row.subscription.project, .strong)
            },
            ListColumn("name", "NAME", width: .flexible(min: 10)) { row, _ in
                TableCell(row.subscription.name, .strong)
            },
            ListColumn("exclude", "EXCLUDE", priority: .level(1), hidesWhenEmpty: true) { row, _ in
                row.subscription.exclude ? TableCell("excluded", .warn) : TableCell("")
            },
            ListColumn("matches", "MATCHES", priority: .level(1), alignment: .right) { row, _ in
                TableCell("\(row.matches)", row.matches == 0 ? .warn : .number)
            },
        ],
        mark: { row, glyphs in
            if row.matches == 0 { return TableMark(glyphs.error, .warn) }
            return row.subscription.exclude ? TableMark(glyphs.aborted, .ended) : TableMark(glyphs.running, .ok)
        },
        emptyLines: ["It subscribes to nothing: no row goes into it."])

    /// The columns of the feature sets' pane.
    static let setList = ListDescription<FeatureSetRow>(
        columns: [
            FeatureSetsScreen.nameColumn, FeatureSetsScreen.statusColumn, FeatureSetsScreen.featuresColumn,
            FeatureSetsScreen.maxAgeColumn, FeatureSetsScreen.deadColumn,
        ],
        mark: { row, glyphs in row.mark(glyphs) }, rank: { $0.rank },
        emptyLines: ["No feature set matches its subscriptions."])

    /// The columns of the jobs' pane.
    static let jobList = JobRow.shortList(
        emptyLines: ["No job feeds it.", "larder jobs start --store NAME   starts one."])

    /// The columns of the settings' pane.
    static let settingList = ListDescription<SettingRow>(
        columns: [
            ListColumn("key", "KEY", width: .fitting(min: 8, max: 24)) { row, _ in TableCell(row.id, .property) },
            ListColumn("value", "VALUE", width: .flexible(min: 10)) { row, _ in
                TableCell(row.setting.value, row.setting.isDefault ? .muted : .string)
            },
            ListColumn("origin", "ORIGIN", priority: .level(1)) { row, _ in
                TableCell(row.setting.isDefault ? "default" : "set", .muted)
            },
        ],
        emptyLines: ["It has no settings."])

    /// The columns of the pane of what the store tells; the overview has no room for all of it.
    static let factList = ListDescription<FactRow>(
        columns: [
            ListColumn("fact", "FACT", width: .fitting(min: 8, max: 24)) { row, _ in TableCell(row.id, .property) },
            ListColumn("value", "VALUE", width: .flexible(min: 10)) { row, _ in TableCell(row.fact.value, row.role) },
        ],
        emptyLines: ["It has told nothing yet; a check asks it."])

    /// The columns of the check's pane.
    static let checkList = ListDescription<CheckStepRow>(
        columns: [
            ListColumn("step", "STEP", width: .fitting(min: 8, max: 12)) { row, _ in TableCell(row.id, .strong) },
            ListColumn("verdict", "VERDICT", width: .fitting(min: 4, max: 8)) { row, _ in
                TableCell(row.step.verdict == .fail ? "FAIL" : row.step.verdict.rawValue, row.role)
            },
            ListColumn("fact", "FACT", priority: .level(1), width: .flexible(min: 10)) { row, _ in
                TableCell(row.step.fact)
            },
            ListColumn("took", "TOOK", priority: .level(2), alignment: .right) { row, _ in
                TableCell(LatencyText.of(row.step.milliseconds), .time)
            },
        ],
        mark: { row, glyphs in row.mark(glyphs) }, emptyLines: ["Nothing was checked."])
}
