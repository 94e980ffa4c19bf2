package com.truecart.app.aftersales;

import com.truecart.app.aftersales.Claims.NotAllowed;
import com.truecart.app.aftersales.Claims.Wish;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.Orders;
import com.truecart.app.order.RestLine;
import com.truecart.app.order.Rests;
import com.truecart.app.order.SoldParts;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.Placed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Calls off what can be called off of an order: at once, or by asking its store. */
@Service
public class CallingOff {
    private final Orders orders;
    private final SoldParts parts;
    private final Claims claims;
    private final Rests rests;

    CallingOff(Orders orders, SoldParts parts, Claims claims, Rests rests) {
        this.orders = orders;
        this.parts = parts;
        this.claims = claims;
        this.rests = rests;
    }

    /** What can be done about each part, before anything is. */
    public List<CallOff> of(OrderView order) {
        List<RestLine> rest = rests.of(order.id());
        return order.parts().stream().map(part -> callOff(part, rest)).toList();
    }

    private CallOff callOff(OrderView.Part shown, List<RestLine> rest) {
        SoldPart part = parts.find(shown.subOrder().id()).orElseThrow();
        List<RestLine> goods = stillToCome(shown, rest);
        return goods.isEmpty() ? callOff(part) : new CallOff.LeaveOut(part, goods);
    }

    /** What may still be ordered in the place of a part that its store did not take. */
    private static List<RestLine> stillToCome(OrderView.Part part, List<RestLine> rest) {
        return part.shortage().filter(shortage -> shortage.step().isOpen()).isPresent()
                ? rest.stream().filter(line -> line.part().equals(part.subOrder().id())).toList()
                : List.of();
    }

    private CallOff callOff(SoldPart part) {
        if (part.subOrder().state() instanceof AwaitingBuyer) {
            return new CallOff.AtOnce(part);
        }
        if (!(part.subOrder().state() instanceof Placed)) {
            return new CallOff.Not(part, Allowed.in(part.subOrder().state()).why());
        }
        if (claims.about(part.subOrder().id()).stream()
                .anyMatch(claim -> claim.state().isRunning())) {
            return new CallOff.BeingAsked(part);
        }
        Wish wish = wish(part);
        return wish.units().isEmpty()
                ? new CallOff.Not(part, Allowed.Why.CALLED_OFF)
                : new CallOff.ByTheStore(part, claims.simulate(part, wish));
    }

    /**
     * Does what was shown.
     *
     * @return whether all of it was done; where not, a part moved meanwhile
     */
    public boolean carryOut(List<CallOff> shown) {
        return shown.stream().map(this::carryOut).toList().stream().allMatch(done -> done);
    }

    private boolean carryOut(CallOff shown) {
        return switch (shown) {
            case CallOff.AtOnce(SoldPart part) -> isDone(part);
            case CallOff.LeaveOut(_, List<RestLine> goods) ->
                    rests.leaveOut(goods).size() == goods.size();
            case CallOff.ByTheStore(SoldPart part, Simulation agreed) -> isAsked(part, agreed);
            case CallOff.BeingAsked _, CallOff.Not _ -> true;
        };
    }

    private boolean isAsked(SoldPart part, Simulation agreed) {
        try {
            claims.make(part, wish(part), agreed);
            return true;
        } catch (NotAllowed _) {
            return false;
        }
    }

    /** What the shopper no longer wants is not offered to be bought elsewhere. */
    private boolean isDone(SoldPart part) {
        boolean done = orders.decline(part.subOrder());
        if (done) {
            rests.calledOff(part.subOrder().id());
        }
        return done;
    }

    private Wish wish(SoldPart part) {
        Map<Integer, Integer> left =
                claims.claimable(part).entrySet().stream()
                        .filter(line -> line.getValue() > 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Wish(ClaimKind.CANCEL, ClaimReason.NO_LONGER_WANTED, left, "");
    }
}
