import ScreenTestKit
import Synchronization
import Testing
import TextCanvas
import Themes

@testable import ConsoleKit

@Suite("The console")
struct ConsoleTests {
    private let bowl = FruitBowl()
    private let clock = SteppedClock(WallTime(seconds: 1_591_272_271))

    private func driver(_ columns: Int = 80, _ rows: Int = 24, _ change: (inout ConsoleSetup) -> Void = { _ in })
        async -> ConsoleDriver
    {
        var setup = bowl.setup(clock)
        change(&setup)
        let driver = ConsoleDriver(setup, size: Size(columns: columns, rows: rows))
        await driver.waitUntilIdle()
        return driver
    }

    private func text(_ driver: ConsoleDriver) -> String { driver.frame.textSnapshot }

    private func run(_ driver: ConsoleDriver, _ command: String) {
        driver.press(.character(":"))
        driver.type(command)
        driver.press(.enter)
    }

    @Test("every size has its picture", arguments: [(120, 40), (100, 30), (60, 16), (40, 10), (24, 3)])
    func sizes(columns: Int, rows: Int) async {
        let driver = await driver(columns, rows)
        GoldenScreen.expect(driver.frame, "fruit-\(columns)x\(rows)")
    }

    @Test("a new size is laid out in the same frame, the cursor's row in view")
    func resizing() async {
        let driver = await driver()
        driver.press(.down, .down)
        driver.send(.resized(Size(columns: 40, rows: 10)))
        #expect(driver.frame.size == Size(columns: 40, rows: 10))
        #expect(driver.frame.textSnapshot.contains("> * cherry"))
    }

    @Test("help is the key table")
    func help() async {
        let driver = await driver(100, 60)
        driver.press(.character("?"))
        GoldenScreen.expect(driver.frame, "help-100x60")
        driver.press(.escape)
        #expect(text(driver).contains("-- Fruit"))
    }

    @Test("the menu of actions says why something cannot be done")
    func actions() async {
        let driver = await driver { $0.header.isReadOnly = true }
        driver.press(.character("a"))
        GoldenScreen.expect(driver.frame, "actions-read-only-80x24")
        driver.press(.down, .up, .up, .escape, .character("D"))
        #expect(text(driver).contains("read-only: discard is not possible"))
        run(driver, "ro off")
        #expect(text(driver).contains("started read-only"))
    }

    @Test("the command prompt offers what the line could become")
    func commands() async {
        let driver = await driver()
        driver.press(.character(":"))
        driver.type("f")
        GoldenScreen.expect(driver.frame, "command-80x24")
        driver.press(.tab)
        driver.type("/rr")
        driver.press(.enter)
        await driver.waitUntilIdle()
        #expect(text(driver).contains("-- Fruit [1 of 3]"))
        driver.press(.character("-"))
        #expect(text(driver).contains("-- Fruit [3]"))
        driver.press(.character("-"))
        #expect(text(driver).contains("filter: rr"))
        run(driver, "frut")
        #expect(text(driver).contains("there is no command frut; did you mean fruit"))
        run(driver, "detail")
        #expect(text(driver).contains("which fruit?"))
        driver.press(.character(":"), .up, .up)
        #expect(text(driver).contains(":frut"))
    }

    @Test("commands change order, glyphs, theme and read-only")
    func settings() async {
        let driver = await driver { $0.themes = [Theme(.dusk)] }
        run(driver, "sort kilos:desc")
        #expect(text(driver).contains("KILOSv"))
        run(driver, "sort weight")
        #expect(text(driver).contains(":sort takes one of name, kilos"))
        run(driver, "glyphs unicode")
        #expect(text(driver).contains("KILOS▼"))
        run(driver, "theme dusk")
        run(driver, "theme nope")
        #expect(text(driver).contains("there is no theme nope; there are dusk"))
        run(driver, "ro on")
        #expect(text(driver).contains("RO  every 2s"))
    }

    @Test("a background that is told late changes the automatic theme, but none that was chosen")
    func lateBackground() async {
        var definition = ThemeDefinition.dusk
        definition.name = "paper"
        let paper = Theme(definition)
        let driver = await driver { setup in
            setup.themes = [setup.theme, paper]
            setup.automaticTheme = { _ in paper }
        }
        driver.send(.background(.rgb(red: 255, green: 255, blue: 255)))
        #expect(driver.console.theme.name == "paper")
        let chosen = await self.driver { $0.themes = [paper] }
        chosen.send(.background(.rgb(red: 255, green: 255, blue: 255)))
        #expect(chosen.console.theme.name == "dusk")
    }

    @Test("a time that replaces the clock is never cut")
    func asOf() async {
        for asOf in ["2013-02-01", "2013-02-01T00:00:01Z"] {
            for (columns, rows) in [(80, 24), (120, 40)] {
                let driver = await driver(columns, rows) { $0.header.asOf = asOf }
                #expect(text(driver).contains("as of \(asOf) "))
            }
        }
    }

    @Test("a wrong filter leaves the last good one in force and says so")
    func wrongFilter() async {
        let driver = await driver()
        driver.press(.character("/"))
        driver.type("rr /(/")
        let frame = driver.frame
        #expect(frame.textSnapshot.contains("not a regular expression"))
        #expect(frame.textSnapshot.contains("[1 of 3]"))
        driver.press(.escape)
        #expect(text(driver).contains("-- Fruit [3]"))
    }

    @Test("escape peels off the filter, then the marks; q on a root asks")
    func peeling() async {
        let driver = await driver()
        driver.press(.character(" "), .character("/"))
        driver.type("rr")
        driver.press(.enter, .escape)
        #expect(text(driver).contains("[3]") && text(driver).contains("marked 1"))
        driver.press(.escape)
        #expect(!text(driver).contains("marked"))
        driver.press(.escape)
        #expect(driver.exit == nil)
        driver.press(.character("q"))
        #expect(text(driver).contains("Quit larder? y/N"))
        driver.press(.character("n"))
        #expect(driver.exit == nil)
        driver.press(.character("q"), .character("y"))
        #expect(driver.exit == .quit)
    }

    @Test("a key that means nothing here says so")
    func deadKey() async {
        let driver = await driver()
        driver.press(.character("J"))
        #expect(text(driver).contains("J does nothing here; ? shows the keys"))
        driver.press(.tab)
        #expect(text(driver).contains("next pane: nothing to do here"))
        driver.press(.character("9"))
        #expect(text(driver).contains("there is no view 9"))
    }

    @Test("what is copied goes to the clipboard, and says how much")
    func copying() async {
        let driver = await driver()
        driver.press(.character("c"), .down, .enter)
        #expect(driver.terminal.copies == ["fruit get banana"])
        #expect(text(driver).contains("copied as command (16 bytes)"))
    }

    @Test("nothing is discarded unless the count was typed; a protected context adds a level")
    func confirming() async {
        let driver = await driver()
        driver.press(.character("D"), .tab, .tab, .enter)
        #expect(text(driver).contains("type 1 to go on"))
        driver.press(.escape)
        await driver.waitUntilIdle()
        #expect(bowl.contents.withLock { $0.count } == 3)
        var confirmation = ChangeConfirmation(.line, title: "Suspend", button: "Suspend")
        confirmation.harden(name: "prod")
        #expect(confirmation.level == .dialog)
        confirmation.harden(name: "prod")
        #expect(confirmation.level == .typed && confirmation.expected == "prod")
    }

    @Test("messages are kept, the newest first, and counted while unread")
    func messages() async {
        let driver = await driver()
        driver.console.notify(Notice(.error, "hist: list call failed", detail: "larder doctor checks it"))
        driver.console.notify(Notice(.error, "hist: list call failed", detail: "larder doctor checks it"))
        #expect(text(driver).contains("! messages(2)"))
        driver.press(.character("!"))
        GoldenScreen.expect(driver.frame, "messages-80x24")
        driver.press(.character("q"))
        #expect(!text(driver).contains("messages(2)"))
    }

    @Test("data is fresh, then stale, then dated when the server fails")
    func age() async {
        let failing = Mutex(false)
        let all = bowl.operations.all
        let driver = await driver { setup in
            setup.catalog = ScreenCatalog([
                CatalogEntry("fruit", summary: "fruit") { _ in
                    FruitScreen(
                        operations: FruitOperations(
                            all: {
                                failing.withLock { $0 }
                                    ? .failure(Problem("hist: connection refused", hint: "is it running?"))
                                    : await all()
                            }, discard: { _ in .success(()) }))
                }
            ])
        }
        #expect(text(driver).contains("updated 0s ago"))
        driver.press(.character("z"))
        clock.advance(by: .seconds(7))
        driver.fireTimers()
        #expect(text(driver).contains("frozen at 12:04:31"))
        driver.press(.character("z"))
        #expect(text(driver).contains("stale 7s"))
        failing.withLock { $0 = true }
        driver.fireTimers()
        await driver.waitUntilIdle()
        #expect(text(driver).contains("as of 12:04:31, 7s old"))
        #expect(text(driver).contains("hist: connection refused"))
        #expect(text(driver).contains("banana"))
    }

    @Test("ctrl-c stops what is running, and twice within two seconds quits")
    func interrupting() async {
        let driver = await driver()
        driver.press(.control("c"))
        #expect(text(driver).contains("again within 2 s quits"))
        clock.advance(by: .seconds(3))
        driver.press(.control("c"))
        #expect(driver.exit == nil)
        driver.press(.control("c"))
        #expect(driver.exit == .quit)
    }

    @Test("the mouse moves, opens, sorts and follows hints")
    func mouse() async {
        let driver = await driver()
        func click(_ column: Int, _ row: Int, _ action: MouseEvent.Action = .click) {
            driver.send(.mouse(MouseEvent(action: action, position: Position(column: column, row: row))))
        }
        click(10, 5)
        #expect(text(driver).contains("> * cherry"))
        click(55, 2)
        #expect(text(driver).contains("KILOS^"))
        click(10, 3, .doubleClick)
        #expect(text(driver).contains("-- Fruit banana"))
        click(2, 21)
        #expect(text(driver).contains("-- Fruit [3]"))
        click(3, 23)
        #expect(text(driver).contains("-- Fruit banana"))
    }

    @Test("the loop ends and restores the terminal when it goes away")
    func running() {
        let terminal = MemoryTerminal(
            size: Size(columns: 80, rows: 24), script: [.key(.character("?")), .resized(Size(columns: 60, rows: 16))])
        #expect(Console.run(bowl.setup(clock), on: terminal) == .terminalClosed)
        #expect(terminal.restoreCount == 1)
        #expect(terminal.frames.count == 3)
        #expect(terminal.invalidateCount == 1)
    }

    @Test("ten thousand random keys and sizes neither crash nor change anything unasked")
    func fuzz() async {
        var generator = SplitMix(state: 7)
        let driver = await driver()
        let keys: [Key] =
            [.up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .tab, .backTab, .backspace]
            + "qjk/:?a!sc =*-DGgnNz012ry(|é日".map(Key.character) + [.control("u"), .control("w"), .function(9)]
        for step in 0..<10_000 {
            if step % 100 == 0 {
                let size = Size(
                    columns: Int.random(in: 1...300, using: &generator),
                    rows: Int.random(in: 1...100, using: &generator))
                driver.send(.resized(size))
            }
            let key = keys.randomElement(using: &generator) ?? .enter
            if driver.console.isFocusedOnTypedConfirmation { driver.press(.escape) }
            driver.press(key)
            if step % 10 == 0 { #expect(driver.frame.size == driver.terminal.size) }
        }
        await driver.waitUntilIdle()
        #expect(bowl.contents.withLock { $0.count } == 3)
        await driver.close()
    }
}

extension Console {
    /// True while a typed confirmation is open, which random digits could satisfy.
    var isFocusedOnTypedConfirmation: Bool {
        if case .confirmation(let pending) = shell.overlay { pending.confirmation.level == .typed } else { false }
    }
}

/// A small generator of reproducible random numbers.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
