package greenlight.app.desktop;

import greenlight.runner.model.Parameter;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import sim.portrayal.Inspector;
import sim.util.gui.LabelledList;
import sim.util.gui.PropertyField;

/**
 * The model's tab: a line for each dial, by subject. MASON's own sliders are not used: they are linear only, and round
 * to their ticks what was typed.
 */
final class DialInspector extends Inspector {
    private static final int TICKS = 1000;
    private static final int SLIDER_WIDTH = 90;
    private static final int FIELD_COLUMNS = 9;

    private final Dials dials;
    private final List<Runnable> shown = new ArrayList<>();
    /** While the fields follow the dials, and not the other way round. */
    private boolean following;

    DialInspector(Dials dials, JCheckBox recording) {
        this.dials = dials;
        setVolatile(false);
        setTitle("The dials");
        setLayout(new BorderLayout());
        Box page = Box.createVerticalBox();
        page.add(top(recording));
        Map<String, LabelledList> groups = new LinkedHashMap<>();
        for (int i = 0; i < dials.numProperties(); i++) {
            JLabel name = new JLabel(dials.getName(i) + " ");
            name.setToolTipText(dials.getDescription(i));
            groups.computeIfAbsent(dials.dial(i).group(), group -> new LabelledList(group.replace('_', ' ')))
                    .add(name, line(i));
        }
        groups.values().forEach(page::add);
        add(page, BorderLayout.NORTH);
    }

    private static JComponent top(JCheckBox recording) {
        JPanel top = new JPanel(new BorderLayout());
        top.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
        top.add(new JLabel("Dials hold from the next run on."), BorderLayout.NORTH);
        top.add(recording, BorderLayout.SOUTH);
        return top;
    }

    private JComponent line(int index) {
        Parameter dial = dials.dial(index);
        int show = switch (dial.kind()) {
            case SWITCH -> PropertyField.SHOW_CHECKBOX;
            case CHOICE -> PropertyField.SHOW_LIST;
            case INTEGER, REAL -> PropertyField.SHOW_TEXTFIELD;
        };
        Object words = dial.kind() == Parameter.Kind.CHOICE ? dials.getDomain(index) : null;
        PropertyField field = new PropertyField(null, text(index), true, words, show) {
            @Override
            public String newValue(String typed) {
                if (dials.setValue(index, typed) == null) {
                    Toolkit.getDefaultToolkit().beep();
                }
                updateInspector();
                return text(index);
            }
        };
        field.setToolTipText(dials.getDescription(index));
        shown.add(() -> field.setValue(text(index)));
        if (show != PropertyField.SHOW_TEXTFIELD) {
            return field;
        }
        field.getField().setColumns(FIELD_COLUMNS);
        JPanel both = new JPanel(new BorderLayout());
        both.add(slider(index), BorderLayout.WEST);
        both.add(field, BorderLayout.CENTER);
        return both;
    }

    private JSlider slider(int index) {
        Parameter dial = dials.dial(index);
        JSlider slider = new JSlider(0, TICKS, tick(dial, dials.number(index)));
        slider.setPreferredSize(new Dimension(SLIDER_WIDTH, slider.getPreferredSize().height));
        slider.setToolTipText(dials.getDescription(index));
        slider.addChangeListener(moved -> {
            if (!following) {
                dials.turn(index, value(dial, slider.getValue()));
                updateInspector();
            }
        });
        shown.add(() -> slider.setValue(tick(dial, dials.number(index))));
        return slider;
    }

    private String text(int index) {
        return dials.betterToString(dials.getValue(index));
    }

    private static boolean log(Parameter dial) {
        return dial.scale() == Parameter.Scale.LOG && dial.from() > 0;
    }

    private static int tick(Parameter dial, double value) {
        double share = log(dial)
                ? Math.log(value / dial.from()) / Math.log(dial.to() / dial.from())
                : (value - dial.from()) / (dial.to() - dial.from());
        return (int) Math.rint(share * TICKS);
    }

    /** The value at a tick of the slider, to three figures of the range or of the value. */
    static double value(Parameter dial, int tick) {
        if (tick == 0 || tick == TICKS) {
            return tick == 0 ? dial.from() : dial.to();
        }
        double share = (double) tick / TICKS;
        double value = log(dial)
                ? dial.from() * Math.pow(dial.to() / dial.from(), share)
                : dial.from() + share * (dial.to() - dial.from());
        double size = log(dial) ? value : dial.to() - dial.from();
        double step = Math.pow(10, Math.floor(Math.log10(size)) - 2);
        // divided, so that a tenth comes out as 0.1
        double rounded = step < 1 ? Math.rint(value / step) / Math.rint(1 / step) : Math.rint(value / step) * step;
        double whole = dial.kind() == Parameter.Kind.REAL ? rounded : Math.rint(rounded);
        return Math.max(dial.from(), Math.min(dial.to(), whole));
    }

    @Override
    public void updateInspector() {
        if (following) {
            return;
        }
        following = true;
        shown.forEach(Runnable::run);
        following = false;
    }
}
