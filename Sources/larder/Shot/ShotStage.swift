import ConsoleKit
import FeatureModel
import Operations
import Screens
import Showcase
import TextCanvas
import Themes

/// Where pictures are taken: the real console on a terminal in memory, the showcase behind it, a clock that stands.
final class ShotStage {
    private let script: ShotScript
    private let showcase: Showcase
    private let operations: Operations
    private let clock: SteppedClock
    private let desk = HeaderDesk()
    private let driver: ConsoleDriver
    private var pictures: [ShotPicture] = []

    /// Plays a script and returns its pictures; where it takes none, the last screen is the picture.
    ///
    /// - Parameters:
    ///   - script: what to do.
    ///   - themes: where the theme is, and those that `:theme` offers.
    static func play(_ script: ShotScript, _ themes: ThemeLibrary) async throws(ShotError) -> [ShotPicture] {
        let theme: Theme
        do throws(InvalidTheme) {
            theme = try themes.theme(named: script.settings.theme)
        } catch {
            throw ShotError(.invalid, error.description)
        }
        let offered = themes.entries().compactMap(\.theme)
        let stage = await ShotStage(script, theme, offered)
        do throws(ShotError) {
            for line in script.lines { try await stage.perform(line) }
        } catch {
            await stage.driver.close()
            throw error
        }
        if stage.pictures.isEmpty { stage.shoot(script.name, "") }
        await stage.driver.close()
        return stage.pictures
    }

    private init(_ script: ShotScript, _ theme: Theme, _ themes: [Theme]) async {
        let settings = script.settings
        let clock = SteppedClock(
            WallTime(seconds: settings.clock.seconds, nanoseconds: settings.clock.nanoseconds))
        let wall = clock.clock.wall
        self.script = script
        self.clock = clock
        showcase = Showcase(settings.scenario) {
            let now = wall()
            return Timestamp(seconds: now.seconds, nanoseconds: now.nanoseconds)
        }
        var operations = showcase.operations
        // Changes are seen when the clock moves: when the bell is heard depends on threads, and pictures must not.
        operations.changes = { AsyncStream { _ in } }
        self.operations = operations
        let words = settings.opening.split(separator: " ").map(String.init)
        let setup = ConsoleSetup(
            catalog: LarderScreens.catalog(operations),
            opening: Route(ViewID(rawValue: words.first ?? "stores"), Array(words.dropFirst())),
            header: LarderScreens.header(operations.workspace, await operations.stores.health()), theme: theme,
            themes: themes, glyphs: settings.glyphs, clock: clock.clock, hasMotion: false, headerFeed: desk.feed)
        driver = ConsoleDriver(setup, size: settings.size, depth: settings.depth)
    }

    private func perform(_ line: ShotScript.Line) async throws(ShotError) {
        switch line.step {
        case .type(let text): driver.type(text)
        case .press(let keys): for key in keys { driver.press(key) }
        case .click(let position): driver.send(.mouse(MouseEvent(action: .click, position: position)))
        case .waitUntilIdle: await driver.waitUntilIdle()
        case .resize(let size): driver.send(.resized(size))
        case .advance(let duration):
            clock.advance(by: duration)
            driver.fireTimers()
        case .expect(let text): try expect(text, isShown: true, line)
        case .expectAbsent(let text): try expect(text, isShown: false, line)
        case .network(let isUp, let store): await switchNetwork(isUp, store)
        case .hold(let isHeld): isHeld ? showcase.hold() : showcase.release()
        case .shoot(let name, let caption): shoot(name, caption)
        }
    }

    private func expect(_ text: String, isShown: Bool, _ line: ShotScript.Line) throws(ShotError) {
        let screen = driver.frame.textSnapshot
        guard screen.contains(text) != isShown else { return }
        let message = isShown ? "the screen does not show \"\(text)\"" : "the screen shows \"\(text)\""
        throw ShotError(.failed, at: .init(file: script.file, line: line.number), message, screen: screen)
    }

    private func switchNetwork(_ isUp: Bool, _ store: StoreName?) async {
        if let store {
            showcase.setStore(store, isDown: !isUp)
            await desk.hand(LarderScreens.header(operations.workspace, await operations.stores.health()))
        } else {
            showcase.setReachable(isUp)
        }
    }

    private func shoot(_ name: String, _ caption: String) {
        let settings = script.settings
        pictures.append(
            ShotPicture(
                name: name, caption: caption.isEmpty ? settings.caption : caption, alt: settings.alt,
                canvas: driver.frame, theme: driver.console.theme, depth: settings.depth))
    }
}
