import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas

@testable import Screens

@Suite("The way to a new export")
struct NewExportScreenTests {
    private let showcase = Showcase()
    private let drafts = ExportDrafts()
    private let path = "/srv/labels/2020-05.csv"

    private func screen(from origin: ExportID? = nil) -> NewExportScreen {
        let operations = showcase.operations
        return NewExportScreen(
            exports: operations.exports, featureSets: operations.featureSets, stores: operations.stores,
            refreshing: Refreshing(interval: .seconds(2), changes: operations.changes), drafts: drafts,
            directory: "/srv/labels", origin: origin)
    }

    /// Runs everything that was asked for, until nothing is left.
    private func settle(_ tester: ScreenTester<NewExportScreen>) async {
        for key in ["sets", "stores", "origin", "inspect", "draft", "preview", "inspect", "draft"] as [EffectKey] {
            let isAsked = tester.effects.contains { effect in
                if case .run(let run) = effect.kind { run.key == key } else { false }
            }
            if isAsked { await tester.runEffect(key) { $0 = tester.state } }
        }
    }

    private func press(_ tester: ScreenTester<NewExportScreen>, _ input: ScreenInput) async {
        guard case .send(let message) = tester.screen.respond(to: input, tester.state, in: tester.body) else {
            Issue.record("\(input) does nothing in step \(tester.state.step)")
            return
        }
        tester.send(message) { $0 = tester.state }
        await settle(tester)
    }

    private func opened(from origin: ExportID? = nil) async -> ScreenTester<NewExportScreen> {
        let tester = ScreenTester(screen(from: origin))
        tester.start { $0 = tester.state }
        await settle(tester)
        return tester
    }

    /// Filled in up to the review.
    private func reviewed(output: String = "/srv/exports/new.csv.gz") async -> ScreenTester<NewExportScreen> {
        let tester = await opened()
        await press(tester, .typed(.insert(path)))
        await press(tester, .action(.pageDown))
        await press(tester, .action(.mark))
        await press(tester, .action(.pageDown))
        await press(tester, .action(.pageDown))
        await press(tester, .typed(.insert(output)))
        await press(tester, .action(.pageDown))
        return tester
    }

    @Test("the file is looked at before the features are offered, checked against its columns")
    func rows() async {
        let tester = await opened()
        #expect(tester.screen.focus(tester.state) == .typing)
        await press(tester, .action(.pageDown))
        #expect(tester.state.forms.rows.firstProblem == .rowsPath)
        await press(tester, .typed(.insert(path)))
        await press(tester, .action(.open))
        #expect(tester.state.step == .features)
        let rows = tester.state.choices.rows
        #expect(rows.contains { $0.id.description == "risk/card_txn:count_7d" && $0.obstacle == nil })
        #expect(rows.contains { $0.missing == ["merchant_id"] })
        #expect(tester.state.forms.time.text(.timeColumn) == "event_timestamp")
    }

    @Test("a file that is not there is said in its field, with what to do")
    func missingFile() async {
        let tester = await opened()
        await press(tester, .typed(.insert("/nowhere/x.csv")))
        await press(tester, .action(.pageDown))
        #expect(tester.state.step == .rows)
        #expect(tester.state.forms.rows.firstProblem == .rowsPath)
        #expect(tester.takeNotice()?.text == "/nowhere/x.csv: no such file")
    }

    @Test("a feature whose entities the file has not cannot be chosen, alone or with all")
    func choosing() async throws {
        let tester = await opened()
        await press(tester, .typed(.insert(path)))
        await press(tester, .action(.pageDown))
        let wrong = try #require(tester.state.choices.rows.first { !$0.missing.isEmpty })
        await press(tester, .action(.markAll))
        #expect(!tester.state.features.isEmpty)
        #expect(!tester.state.features.contains(wrong.id))
        await press(tester, .action(.cursorLast))
        #expect(tester.refusal(of: .action(.mark))?.contains("which the file has not") == true)
    }

    @Test("without a feature there is no next step")
    func noFeatures() async {
        let tester = await opened()
        await press(tester, .typed(.insert(path)))
        await press(tester, .action(.pageDown))
        await press(tester, .action(.pageDown))
        #expect(tester.state.step == .features)
        #expect(tester.takeNotice()?.level == .warning)
    }

    @Test("the time step joins the first rows for real, and refuses a max age that is none")
    func time() async {
        let tester = await opened()
        await press(tester, .typed(.insert(path)))
        await press(tester, .action(.pageDown))
        await press(tester, .action(.mark))
        await press(tester, .action(.pageDown))
        guard case .shown(let preview) = tester.state.preview else {
            Issue.record("no preview")
            return
        }
        #expect(preview.rows.count == 3)
        await press(tester, .action(.paneNext))
        await press(tester, .typed(.right))
        await press(tester, .action(.paneNext))
        await press(tester, .typed(.insert("soon")))
        await press(tester, .action(.pageDown))
        #expect(tester.state.step == .time)
        #expect(tester.state.forms.time.firstProblem == .maxAge)
        await press(tester, .typed(.deleteToStart))
        await press(tester, .typed(.insert("72h")))
        await press(tester, .action(.pageDown))
        #expect(tester.state.step == .output)
        #expect(tester.state.draft.request(absolute: { $0 }, overwrites: false).maxAgeOverrideSeconds == 259_200)
    }

    @Test("an output needs a name that tells its format, and is not the input")
    func output() async {
        let tester = await reviewed(output: "labels")
        #expect(tester.state.step == .output)
        #expect(tester.state.forms.output.firstProblem == .outputPath)
        await press(tester, .typed(.deleteToStart))
        await press(tester, .typed(.insert("2020-05.csv")))
        await press(tester, .action(.pageDown))
        #expect(tester.state.step == .output)
        await press(tester, .typed(.deleteToStart))
        await press(tester, .typed(.insert("out.jsonl.gz")))
        await press(tester, .action(.pageDown))
        #expect(tester.state.step == .review)
        #expect(
            tester.state.draft.request(absolute: tester.screen.absolute, overwrites: false).outputPath
                == "/srv/labels/out.jsonl.gz")
        #expect(tester.state.draft.request(absolute: tester.screen.absolute, overwrites: false).outputFormat == .jsonl)
    }

    @Test("the review has the command; enter asks, starts, and shows the export")
    func start() async throws {
        let tester = await reviewed()
        #expect(tester.state.step == .review)
        let command = try #require(tester.screen.copies(tester.state).first?.text)
        #expect(command.hasPrefix("larder exports start --rows \(path) --features "))
        #expect(command.contains("--out /srv/exports/new.csv.gz --format csv"))
        tester.press(.action(.open))
        let question = try #require(tester.takeConfirmation())
        #expect(question.confirmation.level == .line)
        tester.send(question.message) { $0.isStarting = true }
        await tester.runEffect("start") { $0.isStarting = false }
        #expect(showcase.orders == [.startExport("exp-120")])
        #expect((tester.takeScreen() as? ExportScreen)?.id == "exp-120")
        #expect(drafts.draft(from: nil) == nil)
    }

    @Test("an output that exists is asked about, then replaced")
    func overwriting() async throws {
        let tester = await reviewed(output: "/srv/exports/labels-2020-04.csv.gz")
        tester.press(.action(.open))
        let question = try #require(tester.takeConfirmation())
        tester.send(question.message) { $0.isStarting = true }
        await tester.runEffect("start") { $0.isStarting = false }
        let again = try #require(tester.takeConfirmation())
        #expect(again.confirmation.level == .dialog)
        #expect(again.confirmation.command.hasSuffix("--yes"))
        tester.send(again.message) { $0.isStarting = true }
        await tester.runEffect("start") { $0.isStarting = false }
        #expect((tester.takeScreen() as? ExportScreen) != nil)
    }

    @Test("a draft is kept while the view is left")
    func kept() async {
        let tester = await opened()
        await press(tester, .typed(.insert(path)))
        await press(tester, .action(.pageDown))
        await press(tester, .action(.mark))
        let again = await opened()
        #expect(again.state.draft == tester.state.draft)
        #expect(again.state.choices.marks == tester.state.choices.marks)
        #expect(again.state.step == .features)
    }

    @Test("a new export from another one has everything of it")
    func fromAnother() async throws {
        let tester = await opened(from: "exp-114")
        let origin = try await showcase.operations.exports.get("exp-114").request
        #expect(tester.state.draft.rowsPath == origin.rowsPath)
        #expect(tester.state.draft.outputPath == origin.outputPath)
        #expect(tester.state.draft.store == origin.store)
        #expect(!tester.state.draft.features.isEmpty)
        #expect(tester.state.draft.features == origin.features.filter { tester.state.features.contains($0) })
    }

    @Test("durations are read to the second; nonsense and overflow are refused")
    func durations() {
        #expect(MaxAgeText.seconds("72h") == 259_200)
        #expect(MaxAgeText.seconds("2h30m") == 9_000)
        #expect(MaxAgeText.seconds("0") == 0)
        for wrong in ["", "72", "h", "-1h", "1y", "99999999999999999999h", "9223372036854775807w"] {
            #expect(MaxAgeText.seconds(wrong) == nil, "\(wrong)")
        }
    }

    @Test("it looks as drawn, step by step")
    func pictures() async {
        for (columns, rows) in [(80, 24), (120, 40), (40, 10)] {
            let size = "\(columns)x\(rows)"
            let gallery = Gallery(Route("export", ["new"]), columns: columns, rows: rows)
            await gallery.settle()
            await gallery.type(path)
            gallery.expect("new-rows-\(size)")
            await gallery.press(.pageDown)
            await gallery.press(.character(" "), .character(" "))
            gallery.expect("new-features-\(size)")
            await gallery.press(.pageDown)
            gallery.expect("new-time-\(size)")
            await gallery.press(.pageDown)
            await gallery.type("/srv/exports/new.csv.gz")
            gallery.expect("new-output-\(size)")
            await gallery.press(.pageDown)
            gallery.expect("new-review-\(size)")
            await gallery.driver.close()
        }
    }
}
