package com.truecart.app.order;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Does several things that mostly wait at once, and comes back when all are done. */
@Component
class SideBySide {

    /** Each on a thread of its own; a thing that breaks does not stop the others. */
    void run(List<Runnable> things) {
        if (things.size() == 1) {
            things.getFirst().run();
            return;
        }
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            things.forEach(each::execute);
        }
    }
}
