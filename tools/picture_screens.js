// What picture_screens.py asks of JupyterLab, in the page: `screens.run()` and so on.
// The notebook's windowed list attaches only cells that are near the window, so that what is drawn
// is asked for what is in sight, and the run is read from the model.
window.screens = (() => {
    const panel = () => window.jupyterapp?.shell.currentWidget;
    const cells = () => panel()?.content?.widgets ?? [];
    const outer = () => panel().node.querySelector('.jp-WindowedPanel-outer');
    const kernel = () => panel()?.sessionContext?.session?.kernel?.status;
    const wait = ms => new Promise(done => setTimeout(done, ms));
    const top = node => node.getBoundingClientRect().top;

    const seen = node => {
        const at = node.getBoundingClientRect();
        const box = outer().getBoundingClientRect();
        return node.isConnected && at.height > 0 && at.bottom > box.top && at.top < box.bottom;
    };

    const ready = () => cells().length > 0 && kernel() === 'idle';

    // After an error the kernel sends the rest of the queue back, which takes a moment.
    const quiet = async () => {
        for (let calm = 0; calm < 6; await wait(100)) calm = kernel() === 'idle' ? calm + 1 : 0;
    };

    // Run all; where an error stopped the run, go on with the next cell, as a student would.
    const runAll = async () => {
        const { commands } = window.jupyterapp;
        const waits = ({ model }) => model.type === 'code' && model.executionCount === null
            && model.sharedModel.getSource().trim();
        await commands.execute('notebook:run-all-cells');
        await quiet();
        for (let at = 0; at < cells().length; at++) {
            if (!waits(cells()[at])) continue;
            panel().content.activeCellIndex = at;
            await commands.execute('notebook:run-all-below');
            await quiet();
        }
    };

    // The notebook after the run, or nothing if it took too long.
    const run = async seconds => {
        const late = Symbol('late');
        const first = await Promise.race([runAll(), wait(seconds * 1000).then(() => late)]);
        return first === late ? null : panel().content.model.toJSON();
    };

    // What in sight is not yet drawn, in words.
    const undrawn = () => {
        const shown = cells().filter(cell => seen(cell.node));
        const within = query => [...outer().querySelectorAll(query)].filter(seen);
        const blank = node => ![...node.querySelectorAll('canvas, svg')].some(
            made => made.getBoundingClientRect().width > 0);
        const missing = node => !node.complete || !node.naturalWidth;
        const unset = cell => cell.model.type === 'markdown' && cell.rendered
            && cell.model.sharedModel.getSource().trim()
            && !cell.node.querySelector('.jp-RenderedMarkdown > *');
        return [
            [kernel() !== 'idle', 'the kernel is at work'],
            [!shown.length, 'no cell is in sight'],
            [shown.some(cell => cell.isPlaceholder()), 'a cell is not yet built'],
            [shown.some(unset), 'a text is not yet set'],
            [within('[class*="jp-RenderedVega"]').some(blank), 'a chart is not drawn'],
            [within('img').some(missing), 'a picture is missing'],
            [document.fonts.status !== 'loaded', 'a font is missing'],
        ].filter(([holds]) => holds).map(([, what]) => what).join(', ');
    };

    // Scroll by a screen less the overlap, and remember where a cell has to come to stand.
    let anchor;
    const scroll = overlap => {
        const step = outer().clientHeight - overlap;
        const { node } = cells().filter(cell => seen(cell.node)).at(-1);
        anchor = { node, top: top(node) - step };
        outer().scrollTop += step;
    };

    // Cells above may have changed when they were built: put the remembered one in its place, and
    // say whether it had to be moved.
    const mend = () => {
        const before = outer().scrollTop;
        if (anchor.node.isConnected) outer().scrollTop += top(anchor.node) - anchor.top;
        return Math.abs(outer().scrollTop - before) > 1;
    };

    const toTop = () => { outer().scrollTop = 0; };

    const atEnd = () => {
        const { scrollTop, clientHeight, scrollHeight } = outer();
        const { node } = cells().at(-1);
        const bottom = outer().getBoundingClientRect().bottom + 1;
        return scrollTop + clientHeight >= scrollHeight - 2
            || (seen(node) && node.getBoundingClientRect().bottom <= bottom);
    };

    return { ready, run, undrawn, scroll, mend, toTop, atEnd };
})();
